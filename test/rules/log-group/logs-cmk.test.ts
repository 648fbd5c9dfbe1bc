import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/log-group/logs-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has none',
      template: (stack) => new logs.LogGroup(stack, 'Orders'),
    },
    {
      name: 'there is no key',
      at: ['Log/Properties/KmsKeyId'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
      `,
    },
    {
      name: 'the key is an empty text',
      at: ['Log/Properties/KmsKeyId'],
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties:
            KmsKeyId: ''
      `,
    },
  ],
  passes: [
    {
      name: 'ours has that of the stack',
      template: (stack) => new SecureLogGroup(stack, 'Orders'),
    },
    {
      name: 'there is one',
      template: `
        Log:
          Type: AWS::Logs::LogGroup
          Properties:
            KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['Log/Properties/KmsKeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            Properties:
              KmsKeyId: !Ref Key
      `,
    },
  ],
});
