import { policiesIn, policyHolderTypes } from '../../iam/policy-places';
import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'policy-version',
  severity: 'low',
  title: 'the policy is read in the language of 2008',
  why:
    'Without `Version: 2012-10-17` a policy variable such as `${aws:username}` is plain text. ' +
    'What was meant to be one prefix for each user matches nobody, or in a denial spares everybody.',
  serviceDefault:
    'IAM takes a policy without a version for one of version 2008-10-17, which has no policy variables ' +
    '(https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).',
  fix: "write `Version: '2012-10-17'`",
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  appliesTo: policyHolderTypes,
  check: (holder) =>
    policiesIn(holder)
      .filter(({ document }) => document.isObject)
      .map(({ document }) => demand(document.read('Version'), (version) => version.is('2012-10-17'), '"2012-10-17"')),
});
