import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { servicePrincipal } from './reading/service-principal';

/** What API Gateway waits at most, unless a quota of a regional REST API was raised. */
const longest = 30;

export default defineRule({
  id: 'lambda-timeout-excessive',
  severity: 'low',
  title: 'the function works on after the API has given up',
  why:
    'API Gateway answers with an error after 29 or 30 seconds while the function goes on, and the client tries again. ' +
    'Whoever can make it slow lets calls pile up, and the account pays for all of them.',
  serviceDefault: 'A REST API waits 29 seconds, an HTTP API 30; a function may run for 900.',
  fix: 'set `Timeout` to 30 seconds or less, and do longer work asynchronously',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes:
    'Only functions that API Gateway may invoke. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const permissions = app.attachedTo(fn, 'AWS::Lambda::Permission', 'FunctionName');
    const isBehindApi = permissions.some(
      (permission) => servicePrincipal(permission.read('Principal')) === 'apigateway.amazonaws.com',
    );
    if (!isBehindApi) return pass();
    return demand(
      fn.read('Timeout'),
      ({ number }) => number === undefined || number <= longest,
      `at most ${longest} seconds`,
    );
  },
});
