import * as ecr from 'aws-cdk-lib/aws-ecr';
import rule from '../../../src/rules/function/ecr-lifecycle';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps them all',
      at: ['Images/Properties/LifecyclePolicy'],
      template: (stack) => {
        new ecr.Repository(stack, 'Images');
      },
    },
  ],
  passes: [
    {
      name: 'the last ten are kept',
      template: (stack) => {
        new ecr.Repository(stack, 'Images', { lifecycleRules: [{ maxImageCount: 10 }] });
      },
    },
  ],
});
