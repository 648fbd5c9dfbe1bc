import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import rule from '../../../src/rules/detection/trail-lambda-data-events';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there are no selectors',
      at: ['Trail'],
      template: (stack) => new cloudtrail.Trail(stack, 'Trail'),
    },
  ],
  passes: [
    {
      name: 'functions are selected',
      template: (stack) => {
        const trail = new cloudtrail.Trail(stack, 'Trail');
        trail.logAllLambdaDataEvents();
      },
    },
  ],
});
