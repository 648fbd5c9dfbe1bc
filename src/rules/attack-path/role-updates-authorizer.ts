import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { judgeTakeover } from './reading/function-takeover';
import { listed } from './reading/path';
import { functionBehind } from '../function/reading/function-behind';

const authorizers = ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'] as const;

/** The functions that decide who may call, with the authorizers and APIs that ask them. */
function deciding(app: Application): ReadonlyMap<Resource, readonly string[]> {
  const byFunction = new Map<Resource, string[]>();
  const asked = [
    ...app.ofType(...authorizers).map((authorizer) => authorizer.read('AuthorizerUri')),
    ...app.ofType('AWS::AppSync::GraphQLApi').map((api) => api.read('LambdaAuthorizerConfig.AuthorizerUri')),
  ];
  for (const uri of asked) {
    const fn = functionBehind(uri);
    if (fn) byFunction.set(fn, [...(byFunction.get(fn) ?? []), uri.resource.logicalId]);
  }
  return byFunction;
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
  check: (role, app) => {
    let found: ReturnType<typeof deciding> | undefined;
    const victims = () => (found ??= deciding(app));
    return judgeTakeover(
      role,
      app,
      () => [...victims().keys()],
      (victim) => `everything behind ${listed(victims().get(victim) ?? [])}`,
    );
  },
});
