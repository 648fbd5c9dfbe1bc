import * as sns from 'aws-cdk-lib/aws-sns';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/topic/sns-sse';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has none',
      template: (stack) => new sns.Topic(stack, 'News'),
    },
    {
      name: 'no key is named',
      at: ['News/Properties/KmsMasterKeyId'],
      template: `
        News:
          Type: AWS::SNS::Topic
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 has that of the stack',
      template: (stack) => new sns.Topic(stack, 'News', { masterKey: SecureKey.shared(stack) }),
    },
    {
      name: 'the key is one of the stack',
      template: `
        Key:
          Type: AWS::KMS::Key
        News:
          Type: AWS::SNS::Topic
          Properties:
            KmsMasterKeyId: !GetAtt Key.Arn
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
