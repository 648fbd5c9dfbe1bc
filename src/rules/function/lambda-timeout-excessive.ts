import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { namesOf } from './reading/function-behind';
import { servicePrincipal } from './reading/service-principal';

/** What API Gateway waits at most, in seconds, where a method says nothing else. */
const usual = 30;

/** For how long a method waits: as long as the function where the answer is streamed, or longer with a raised quota. */
function waitOf(method: Resource): number {
  const mode = method.read('Integration.ResponseTransferMode');
  if (mode.is('STREAM') || mode.isUnknown) return 900;
  return (method.read('Integration.TimeoutInMillis').number ?? 0) / 1000;
}

export default defineRule({
  id: 'lambda-timeout-excessive',
  severity: 'low',
  title: 'the function works on after the API has given up',
  why:
    'API Gateway answers with an error after 29 or 30 seconds while the function goes on, and the client tries again. ' +
    'Whoever can make it slow lets calls pile up, and the account pays for all of them.',
  serviceDefault:
    'A REST API waits 29 seconds, unless it streams the answer (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html) or its quota was raised, an HTTP API 30; a function may run for 900.',
  fix: 'set `Timeout` to 30 seconds or less, and do longer work asynchronously',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes:
    'Only functions that API Gateway may invoke. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const names = namesOf(fn, app);
    const permissions = names.flatMap((name) => app.attachedTo(name, 'AWS::Lambda::Permission', 'FunctionName'));
    const isBehindApi = permissions.some(
      (permission) => servicePrincipal(permission.read('Principal')) === 'apigateway.amazonaws.com',
    );
    if (!isBehindApi) return pass();
    const methods = names.flatMap((name) => app.attachedTo(name, 'AWS::ApiGateway::Method', 'Integration.Uri'));
    const longest = Math.max(usual, ...methods.map(waitOf));
    return demand(
      fn.read('Timeout'),
      ({ number }) => number === undefined || number <= longest,
      `at most ${longest} seconds`,
    );
  },
});
