import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/table/ddb-deletion-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Orders/Properties/DeletionProtectionEnabled'],
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }),
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          deletionProtection: true,
        }),
    },
    {
      name: 'it is on in the replica',
      template: `
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            Replicas:
              - Region: eu-west-1
                DeletionProtectionEnabled: true
      `,
    },
  ],
  unknown: [
    {
      name: 'a parameter without a default decides',
      at: ['Orders/Properties/DeletionProtectionEnabled'],
      template: `
        Parameters:
          Protect:
            Type: String
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              DeletionProtectionEnabled: !Ref Protect
      `,
    },
  ],
});
