import { evaluate } from '../../iam';
import { deployedText } from '../../iam/deployed-text';
import { PolicyDocument } from '../../iam/policy-document';
import { readPolicy } from '../../iam/role-policies';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

/** Somebody whom another account allows everything, and a statement of the secret's policy too. */
const everything = [
  {
    name: 'what others allow it',
    document: PolicyDocument.of({ Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } }),
  },
];

export default defineRule({
  id: 'secret-perimeter',
  severity: 'low',
  strict: true,
  title: 'nothing in the policy of the secret keeps other accounts out',
  why:
    'One more statement, by mistake or by whoever may change policies for a minute, lets an account of theirs take the secret over: replicate it, replace its policy, delete it. ' +
    'A denial beats such a statement, and its absence is seen at once.',
  serviceDefault:
    'Another account gets in where the policy of the secret allows it and nothing denies it (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html).',
  fix: 'deny `secretsmanager:*` to everybody with `StringNotEquals` on `aws:PrincipalAccount` or `aws:PrincipalOrgID`, or use `SecureSecret`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-732'] },
  notes:
    'Strict, because it is a data perimeter. A secret without a policy is closed to other accounts, and `secret-open-to-account` is about it.',
  appliesTo: 'AWS::SecretsManager::ResourcePolicy',
  check: (policy) => {
    const document = policy.read('ResourcePolicy');
    const { decision, because } = evaluate(
      {
        principal: { kind: 'role', arn: 'arn:aws:iam::7n3x-another-account:role/somebody' },
        action: 'secretsmanager:PutResourcePolicy',
        resource: '*',
        resourceAccount: deployedText('${AWS::AccountId}', policy.template),
        context: { 'aws:SecureTransport': 'true' },
      },
      { identity: everything, resource: [...everything, { name: 'the policy', document: readPolicy(document) }] },
    );
    if (decision === 'unknown') return unknown(document, because);
    return decision === 'allowed'
      ? fail(document, { got: 'no such denial', wanted: 'a denial to other accounts' })
      : pass();
  },
});
