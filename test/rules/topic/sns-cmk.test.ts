import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/topic/sns-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has the key of AWS',
      template: (stack) => {
        const masterKey = kms.Alias.fromAliasName(stack, 'Key', 'alias/aws/sns');
        new sns.Topic(stack, 'News', { masterKey });
      },
    },
    {
      name: 'it is the key that AWS manages',
      at: ['News/Properties/KmsMasterKeyId'],
      template: `
        News:
          Type: AWS::SNS::Topic
          Properties:
            KmsMasterKeyId: alias/aws/sns
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 has the key of the stack',
      template: (stack) => {
        const masterKey = SecureKey.shared(stack);
        new sns.Topic(stack, 'News', { masterKey });
      },
    },
    {
      name: 'the key is one of the stack',
      template: `
        Key:
          Type: AWS::KMS::Key
        News:
          Type: AWS::SNS::Topic
          Properties:
            KmsMasterKeyId: !Ref Key
      `,
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter without a default',
      at: ['News/Properties/KmsMasterKeyId'],
      template: `
        Parameters:
          Key:
            Type: String
        Resources:
          News:
            Type: AWS::SNS::Topic
            Properties:
              KmsMasterKeyId: !Ref Key
      `,
    },
  ],
});
