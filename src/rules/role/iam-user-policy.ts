import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail } from '../results';

function properties(holder: Resource): readonly string[] {
  if (holder.is('AWS::IAM::User')) return ['Policies', 'ManagedPolicyArns'];
  return holder.is('AWS::IAM::UserPolicy') ? ['UserName'] : ['Users'];
}

const wanted = 'nothing attached to a user';

export default defineRule({
  id: 'iam-user-policy',
  severity: 'medium',
  title: 'a policy is attached to a user',
  why:
    'Rights of single users are forgotten when people change their work, and users have credentials that last for years. ' +
    'A serverless application needs none.',
  serviceDefault:
    'A user has no policies unless they are attached (https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html).',
  fix: 'attach the policy to a role, or to a group; let people in through IAM Identity Center',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['IAM.2'], cwe: ['CWE-250'] },
  appliesTo: ['AWS::IAM::User', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::UserPolicy'],
  check: (holder) =>
    properties(holder).map((name) => {
      const value = holder.read(name);
      const isInline = name === 'Policies' && !value.isUnknown && value.items.length > 0;
      return isInline
        ? fail(value, { got: 'inline policies', wanted })
        : demand(value, ({ isAbsent, items }) => isAbsent || items.length === 0, wanted);
    }),
});
