import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/bucket/s3-event-notifications';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 tells nobody',
      at: ['Uploads/Properties/NotificationConfiguration'],
      template: (stack) => new s3.Bucket(stack, 'Uploads'),
    },
    {
      name: 'the lists are empty',
      at: ['Bucket/Properties/NotificationConfiguration'],
      template: `
        Bucket:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration: { TopicConfigurations: [] }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 tells EventBridge with a custom resource',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { eventBridgeEnabled: true }),
    },
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
