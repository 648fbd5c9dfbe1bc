import { aws_s3 as s3 } from 'aws-cdk-lib';
import rule from '../../../src/rules/bucket/s3-event-notifications';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there are none',
      at: ['Uploads/Properties/NotificationConfiguration'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  passes: [
    {
      name: 'EventBridge is told',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration:
              EventBridgeConfiguration:
                EventBridgeEnabled: true
      `,
    },
    {
      name: 'the L2 tells EventBridge with a custom resource',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { eventBridgeEnabled: true }),
    },
  ],
  unknown: [
    {
      name: 'the configuration is a parameter without a default',
      template: `
        Parameters:
          Configuration:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              NotificationConfiguration: !Ref Configuration
      `,
    },
  ],
});
