import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as sns from 'aws-cdk-lib/aws-sns';
import rule from '../../../src/rules/detection/trail-sns';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no topic',
      at: ['Trail/Properties/SnsTopicName'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail'),
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) => new cloudtrail.Trail(stack, 'Trail', { snsTopic: new sns.Topic(stack, 'Delivered') }),
    },
  ],
});
