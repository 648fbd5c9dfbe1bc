import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import type { Result } from '../results';

function judge(resource: Resource): Result {
  if (resource.is('AWS::ApiGateway::Method')) {
    if (!resource.read('AuthorizationType').is('COGNITO_USER_POOLS')) return pass();
    return demand(resource.read('AuthorizationScopes'), (scopes) => scopes.items.length > 0, 'scopes');
  }
  if (!resource.read('AuthorizerType').is('JWT')) return pass();
  return demand(resource.read('JwtConfiguration.Audience'), (audience) => audience.items.length > 0, 'an audience');
}

export default defineRule({
  id: 'apigw-jwt-no-audience',
  severity: 'medium',
  title: 'tokens that were issued for other apps are accepted',
  why:
    'Every token of the issuer will do, whichever client it was given to. ' +
    'Who operates or breaks into another app of the same user pool calls this API with the tokens of its users.',
  serviceDefault:
    'A JWT authorizer compares `aud`, or `client_id` where that is missing, with the entries of `Audience`, which is documented as required for one; a Cognito method without `AuthorizationScopes` takes any id token of the pool.',
  fix: 'set `JwtConfiguration.Audience` to the ids of your clients (`jwtAudience`), or `AuthorizationScopes` on the method (`authorizationScopes`, beside the `authorizer`)',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2'], cwe: ['CWE-863', 'CWE-287'] },
  notes:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html, ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html',
  appliesTo: ['AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGateway::Method'],
  check: judge,
});
