import { isBroadManagedPolicy } from '../../facts/managed-policies';
import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'iam-aws-managed',
  severity: 'high',
  title: 'the identity has a policy of AWS that is wider than any function needs',
  why:
    'Policies such as `…FullAccess` open a whole service or account, and AWS adds to them without asking. ' +
    'Whoever gets hold of the identity gets all of it.',
  serviceDefault:
    'An identity has no policies unless they are attached (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html).',
  fix: 'write a policy with the actions that are needed; `service-role/…` policies for what one service needs are fine',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250'] },
  saidBy: ['lambda-role-managed-broad'],
  appliesTo: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  check: (identity) =>
    identity
      .read('ManagedPolicyArns')
      .items.map((arn) =>
        demand(arn, (value) => !isBroadManagedPolicy(value.text ?? ''), 'a policy with what is needed'),
      ),
});
