import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'ecr-lifecycle',
  severity: 'low',
  strict: true,
  title: 'old images stay in the repository for ever',
  why:
    'Images with weaknesses that are known by now stay there, and whoever may deploy, or may change a function, can bring one of them back. ' +
    'Each of them is paid for, too.',
  serviceDefault:
    'Without `LifecyclePolicy` no image is removed (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html).',
  fix: 'set `LifecyclePolicy.LifecyclePolicyText` with a rule that expires old images',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-11'], fsbp: ['ECR.3'] },
  notes: 'Strict, because a rule that removes an image which is in use stops the function.',
  appliesTo: 'AWS::ECR::Repository',
  check: (repository) => {
    const policy = repository.read('LifecyclePolicy');
    return policy.isAbsent ? fail(policy, { wanted: 'a rule that expires old images' }) : pass();
  },
});
