import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

const identities = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

export default defineRule({
  id: 'iam-inline',
  severity: 'low',
  strict: true,
  title: 'the identity has policies inline',
  why: 'Policies that stand inside of an identity cannot be shared, compared or found by their name in a review.',
  serviceDefault:
    'An identity has no policies unless they are given (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html).',
  fix: 'put the statements into an `AWS::IAM::ManagedPolicy`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250'] },
  notes: 'The grants of the CDK write inline policies, which come and go with their role: it runs only when asked for.',
  appliesTo: [
    'AWS::IAM::Role',
    'AWS::IAM::User',
    'AWS::IAM::Group',
    'AWS::IAM::Policy',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::UserPolicy',
    'AWS::IAM::GroupPolicy',
  ],
  check: (holder) => {
    if (!identities.includes(holder.type)) return fail(holder, { got: 'an inline policy', wanted: 'a managed policy' });
    const policies = holder.read('Policies');
    if (policies.isUnknown) return unknown(policies);
    if (policies.items.length === 0) return pass();
    return fail(policies, { got: 'inline policies', wanted: 'managed policies' });
  },
});
