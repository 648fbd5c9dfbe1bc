import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/table/ddb-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Orders/Properties/SSESpecification/SSEEnabled'],
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }),
    },
  ],
  passes: [
    {
      name: 'a key of the stack is named',
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
          encryptionKey: new SecureKey(stack, 'Key'),
        }),
    },
  ],
  unknown: [
    {
      name: 'a parameter without a default decides',
      at: ['Orders/Properties/SSESpecification/SSEEnabled'],
      template: `
        Parameters:
          Encrypt:
            Type: String
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              SSESpecification: { SSEEnabled: !Ref Encrypt }
      `,
    },
  ],
});
