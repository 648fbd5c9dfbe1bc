import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { judgeTakeover } from './reading/function-takeover';
import { idsOf } from './reading/path';
import { namesOf } from '../function/reading/function-behind';

const authorizers = [
  ['AWS::ApiGateway::Authorizer', 'AuthorizerUri'],
  ['AWS::ApiGatewayV2::Authorizer', 'AuthorizerUri'],
  ['AWS::AppSync::GraphQLApi', 'LambdaAuthorizerConfig.AuthorizerUri'],
] as const;

/** The authorizers and APIs that ask the function, by itself or by a name of it. */
function decisionsOf(fn: Resource, app: Application): readonly Resource[] {
  return namesOf(fn, app).flatMap((name) =>
    authorizers.flatMap(([type, property]) => app.attachedTo(name, type, property)),
  );
}

export default defineRule({
  id: 'role-updates-authorizer',
  severity: 'high',
  title: 'a function may rewrite the function that decides who may call',
  why:
    'Whoever gets hold of the first function replaces the code of the authorizer by one that says yes. ' +
    'Every method behind it is then open, to them and to everybody, and each call looks authorized in the logs.',
  serviceDefault:
    'API Gateway believes what the authorizer answers (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html).',
  fix: 'take the action out of the role, or name other functions in `Resource`; let a pipeline deploy the authorizer',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-4'], cwe: ['CWE-269', 'CWE-287'] },
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeTakeover(role, app, (victim) => {
      const asking = decisionsOf(victim, app);
      return asking.length > 0 ? `everything behind ${idsOf(asking)}` : undefined;
    }),
});
