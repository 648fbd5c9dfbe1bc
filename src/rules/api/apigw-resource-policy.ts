import { PolicyDocument } from '../../iam';
import type { Statement } from '../../iam';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

/** Keys that say nothing about who calls from where, or what the caller can choose. */
const idle: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:tlsversion',
  'aws:requestedregion',
  'aws:useragent',
  'aws:referer',
  'aws:currenttime',
]);

function isConditional({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => !idle.has(key.toLowerCase()));
}

function namesEverybody({ principal }: Statement): boolean {
  return principal?.named.some(({ type, term }) => type === 'AWS' && term.known === '*') ?? false;
}

export default defineRule({
  id: 'apigw-resource-policy',
  severity: 'high',
  title: 'the resource policy lets everybody call the API',
  why:
    'The policy allows callers of every account and network, so that for methods with IAM any AWS account will do, and a private API answers every VPC endpoint. ' +
    'Who calls from there reaches what is behind the API.',
  serviceDefault:
    'A public API without a policy leaves the decision to the authorization of its methods; a private one without a policy denies every call.',
  fix: 'name accounts or roles in `Principal`, or add a condition on `aws:SourceVpce`, `aws:SourceIp` or `aws:PrincipalOrgID`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-2'], cwe: ['CWE-732', 'CWE-284'] },
  notes:
    'A statement that allows everybody passes beside one that denies everybody under a condition, as AWS writes its examples: ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
  appliesTo: 'AWS::ApiGateway::RestApi',
  check: (api) => {
    const policy = api.read('Policy');
    const isPrivate = api.read('EndpointConfiguration.Types').items.some((type) => type.is('PRIVATE'));
    if (policy.isAbsent) {
      return isPrivate && api.read('Body').isAbsent && api.read('BodyS3Location').isAbsent
        ? fail(policy, { wanted: 'a policy with a condition on aws:SourceVpce' })
        : pass();
    }
    const { statements, because } = PolicyDocument.of(policy.resolved);
    if (because !== undefined) return unknown(policy, because);
    const everybody = statements.filter(namesEverybody);
    const open = everybody.find((statement) => statement.effect === 'Allow' && !isConditional(statement));
    const isNarrowed = everybody.some((statement) => statement.effect === 'Deny' && isConditional(statement));
    if (!open || isNarrowed) return pass();
    return fail(policy, {
      got: `${open.toString()}, which allows everybody`,
      wanted: 'a condition, or named principals',
    });
  },
});
