import { asynchronousInvokers } from '../../facts/asynchronous-invokers';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, isSaid, pass, unknown } from '../results';
import type { Result } from '../results';
import { failureTargetsOf } from './reading/failure-targets';
import { functionBehind } from './reading/function-behind';
import { servicePrincipal } from './reading/service-principal';

const wanted = 'a destination or a dead-letter queue';

/** Who says how often Lambda tries again has to say what then. */
function judgeConfig(config: Resource, app: Application): Result {
  const fn = functionBehind(config.read('FunctionName'));
  const hasTarget = fn !== undefined && failureTargetsOf(fn, app).length > 0;
  const destination = config.read('DestinationConfig.OnFailure.Destination');
  return hasTarget ? pass() : demand(destination, isSaid, wanted);
}

/** API Gateway hands the event over and answers at once where a method tells Lambda so. */
const invocationType = ['integration.request.header.X-Amz-Invocation-Type'];

function judgeMethod(method: Resource, app: Application): Result {
  const at = method.read('Integration.RequestParameters').read(invocationType);
  if (!at.is("'Event'")) return pass();
  const fn = functionBehind(method.read('Integration.Uri'));
  const isLost = fn !== undefined && failureTargetsOf(fn, app).length === 0;
  return isLost ? fail(at, { got: `'Event' for ${fn.logicalId} and nowhere for failed events`, wanted }) : pass();
}

export default defineRule({
  id: 'lambda-async-destination',
  severity: 'low',
  title: 'events that the function fails on are dropped',
  why:
    'The service hands the event over and does not wait: after two retries Lambda drops it, and nobody is told. ' +
    'Whoever can make the function fail, by load or by a crafted event, makes orders or alarms disappear.',
  serviceDefault: 'Without a destination or a dead-letter queue Lambda drops an event after two retries or six hours.',
  fix: 'set `DestinationConfig.OnFailure` in an `AWS::Lambda::EventInvokeConfig` (`onFailure`), or `DeadLetterConfig` on the function',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-778'] },
  notes:
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html; methods of REST APIs that invoke so: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html.',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::EventInvokeConfig', 'AWS::ApiGateway::Method'],
  check: (permission, app) => {
    if (permission.is('AWS::Lambda::EventInvokeConfig')) return judgeConfig(permission, app);
    if (permission.is('AWS::ApiGateway::Method')) return judgeMethod(permission, app);
    const service = servicePrincipal(permission.read('Principal'));
    if (service === undefined || !asynchronousInvokers.has(service)) return pass();
    const target = functionBehind(permission.read('FunctionName'));
    if (!target) {
      return unknown(permission.read('FunctionName'), 'the function is not part of the application');
    }
    return failureTargetsOf(target, app).length > 0
      ? pass()
      : fail(permission, { got: `${service} and nowhere for failed events`, wanted });
  },
});
