import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, pass } from '../results';
import type { Result } from '../results';

/** The default of the service. */
const longest = 300;

function judge(authorizer: Resource): readonly Result[] {
  const ttl = authorizer.read('AuthorizerResultTtlInSeconds');
  const type = authorizer.read(authorizer.is('AWS::ApiGateway::Authorizer') ? 'Type' : 'AuthorizerType');
  const source = authorizer.read('IdentitySource');
  return [
    demand(ttl, (it) => it.isAbsent || it.number === undefined || it.number <= longest, `at most ${longest} seconds`),
    type.is('REQUEST') && (source.isAbsent || (source.isKnown && source.items.length === 0))
      ? fail(source, { wanted: 'where the credentials of a call stand' })
      : pass(),
  ];
}

export default defineRule({
  id: 'apigw-authorizer-ttl',
  severity: 'low',
  title: 'the authorizer decides too seldom, or on every call without credentials',
  why:
    'A decision in the cache outlives the moment in which access was withdrawn. ' +
    'Without an identity source calls that carry no credentials at all reach the authorizer too, and each one is paid for.',
  serviceDefault:
    'Without `AuthorizerResultTtlInSeconds` decisions of a REST authorizer are kept for 300 seconds, the most is 3,600.',
  fix: 'set `AuthorizerResultTtlInSeconds` to 300 or less, and `IdentitySource` to where the credentials stand',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-287'] },
  notes: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  appliesTo: ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'],
  check: judge,
});
