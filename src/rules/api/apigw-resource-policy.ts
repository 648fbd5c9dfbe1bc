import { isEverybody } from '../../iam/everybody';
import { placedStatements } from '../../iam/placed-statements';
import type { PlacedStatement } from '../../iam/placed-statements';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { failForStrangers, judgeAllowed } from '../statements';

/** Keys of conditions that do not say who calls, or from where. */
const idle: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:requestedregion',
  'aws:useragent',
  'aws:referer',
  'aws:currenttime',
]);

/** Whether a statement keeps out everybody of whom something does not hold. */
function keepsOut({ statement }: PlacedStatement): boolean {
  const { effect, principal, conditions } = statement;
  if (effect !== 'Deny' || isEverybody(principal) === 'no') return false;
  return conditions.some(({ key }) => !idle.has(key.toLowerCase()));
}

export default defineRule({
  id: 'apigw-resource-policy',
  severity: 'high',
  title: 'the resource policy lets everybody call the API',
  why:
    'The policy allows callers of every account and network, so that for methods with IAM any AWS account will do, and a private API answers every VPC endpoint. ' +
    'Who calls from there reaches what is behind the API.',
  serviceDefault:
    'A public API without a policy leaves the decision to the authorization of its methods; a private one, or a private domain name, without a policy denies every call.',
  fix: 'name accounts or roles in `Principal`, or add a condition on `aws:SourceVpce`, `aws:SourceIp` or `aws:PrincipalOrgID`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-2'], cwe: ['CWE-732', 'CWE-284'] },
  notes:
    'A statement that allows everybody passes beside one that denies everybody under a condition, as AWS writes its examples: ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
  appliesTo: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainNameV2'],
  check: (api) => {
    const policy = api.read('Policy');
    const isPrivate = api.read('EndpointConfiguration.Types').items.some((type) => type.is('PRIVATE'));
    if (policy.isAbsent && api.is('AWS::ApiGateway::DomainNameV2')) return pass();
    if (policy.isAbsent) {
      return isPrivate && api.read('Body').isAbsent && api.read('BodyS3Location').isAbsent
        ? fail(policy, { wanted: 'a policy with a condition on aws:SourceVpce' })
        : pass();
    }
    if (placedStatements(policy).statements.some(keepsOut)) return pass();
    return judgeAllowed(policy, (placed) => failForStrangers(placed, 'named principals, or a condition on them'));
  },
});
