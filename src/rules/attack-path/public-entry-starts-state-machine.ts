import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';
import { integratedAction } from './reading/direct-integration';
import type { Entry } from './reading/entry';
import { listed, named, pathOf } from './reading/path';
import { judgePublicPaths, publicCodeTypes } from './reading/public-function';
import { entryOfMethod } from './reading/rest-entries';
import { entryOfRoute } from './reading/route-entries';

const starts = ['states:StartExecution', 'states:StartSyncExecution'];
const wanted = 'somebody who asks who is calling';

function judgeDirect(entry: Entry | undefined, integration: Resource | undefined): readonly Result[] {
  const action = integration && integratedAction(integration);
  if (entry?.open !== 'yes' || action === undefined || !starts.includes(action)) return [];
  return [fail(entry.at, { got: pathOf(entry.name, action), wanted })];
}

function judge(resource: Resource, app: Application): readonly Result[] {
  if (resource.is('AWS::ApiGateway::Method')) return judgeDirect(entryOfMethod(resource), resource);
  if (resource.is('AWS::ApiGatewayV2::Route')) {
    return judgeDirect(entryOfRoute(resource, app), resource.read('Target').target);
  }
  return judgePublicPaths(resource, app, starts, ({ entry, rights }) =>
    fail(entry.at, { got: pathOf(entry.name, resource, listed(rights.map(named))), wanted }),
  );
}

export default defineRule({
  id: 'public-entry-starts-state-machine',
  severity: 'medium',
  title: 'anybody on the internet can start executions of a state machine',
  why:
    'Somebody without an account starts the process (an order, a payment, a refund) with an input of their choice, past every step that would have asked who they are. ' +
    'Each execution does what the role of the state machine allows, and may run for a year at the cost of the account.',
  serviceDefault:
    'A method or route asks nobody unless an authorizer or AWS_IAM is set (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html), and an execution starts with whatever JSON it is given (https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html).',
  fix: 'set an authorizer on the entry; where everybody is meant to start it, check the input in the first state and acknowledge it with that reason',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-9'], cwe: ['CWE-862'] },
  appliesTo: [...publicCodeTypes, 'AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  check: judge,
});
