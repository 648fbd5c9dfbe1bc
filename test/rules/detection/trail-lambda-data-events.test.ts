import rule from '../../../src/rules/detection/trail-lambda-data-events';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there are no selectors',
      at: ['Trail'],
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties: { S3BucketName: trail-logs, IsLogging: true }
      `,
    },
  ],
  passes: [
    {
      name: 'functions are selected',
      template: `
        Trail:
          Type: AWS::CloudTrail::Trail
          Properties:
            S3BucketName: trail-logs
            IsLogging: true
            EventSelectors: [{ DataResources: [{ Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] }] }]
      `,
    },
  ],
});
