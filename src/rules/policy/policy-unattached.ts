import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';

export default defineRule({
  id: 'policy-unattached',
  severity: 'low',
  title: 'the inline policy belongs to nobody',
  why: 'What it allows is allowed to nobody, and what it denies to nobody either: a limit that somebody relies on is not there, or the deployment fails.',
  serviceDefault:
    'An `AWS::IAM::Policy` is written into the roles, users and groups that it names, of which there has to be one (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html).',
  fix: 'name whom it is for in `Roles`, `Users` or `Groups`, or remove it',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'A managed policy can be attached elsewhere, and passes.',
  appliesTo: 'AWS::IAM::Policy',
  check: (policy) => {
    const holders = ['Roles', 'Users', 'Groups'].map((property) => policy.read(property));
    if (holders.some(({ isUnknown, items }) => !isUnknown && items.length > 0)) return [];
    const unsure = holders.find(({ isUnknown }) => isUnknown);
    return unsure ? unknown(unsure) : fail(holders[0], { got: 'nobody', wanted: 'a role, user or group' });
  },
});
