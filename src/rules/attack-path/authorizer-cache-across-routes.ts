import { defineRule } from '../define-rule';
import { fail } from '../results';
import { listed, pathOf } from './reading/path';

/** What tells one route from another in the key of the cache. */
const telling = /\$context\.(routeKey|path|httpMethod)|\$request\.path/;
const onlyReads = /^(GET|HEAD|OPTIONS) /i;

export default defineRule({
  id: 'authorizer-cache-across-routes',
  severity: 'medium',
  title: 'what the authorizer decided for one route holds for all routes',
  why:
    'Somebody with a token that is good for little calls the route that it is good for, and the decision goes into the cache under the token alone. ' +
    'Until it expires the same yes opens every other route of the authorizer, those that change and delete too, and the function that would say no is not asked.',
  serviceDefault:
    'A simple response that is cached counts for all routes with the same identity source (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html).',
  fix: 'add `$context.routeKey` to `IdentitySource`, or set `AuthorizerResultTtlInSeconds: 0`; where the function looks at nothing but the token, acknowledge it with that reason',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-9'], cwe: ['CWE-863'] },
  notes:
    'HTTP APIs with simple responses only: an IAM policy in the response says itself which routes it is for, which no template shows.',
  appliesTo: 'AWS::ApiGatewayV2::Authorizer',
  check: (authorizer, app) => {
    const ttl = authorizer.read('AuthorizerResultTtlInSeconds');
    const source = authorizer.read('IdentitySource');
    const isCached = authorizer.read('EnableSimpleResponses').isTrue && (ttl.number ?? 0) > 0;
    if (!isCached || source.isUnknown || source.items.some((item) => telling.test(item.text ?? ''))) return [];
    const routes = app.attachedTo(authorizer, 'AWS::ApiGatewayV2::Route', 'AuthorizerId');
    const keys = [...new Set(routes.map((route) => route.read('RouteKey').text ?? ''))];
    if (keys.length < 2 || keys.every((key) => onlyReads.test(key))) return [];
    const got = pathOf(listed(keys), `one decision of ${authorizer.logicalId} for ${ttl.text} seconds`);
    return fail(source, { got, wanted: '"$context.routeKey" among the identity sources' });
  },
});
