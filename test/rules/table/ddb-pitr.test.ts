import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/table/ddb-pitr';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Orders/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled'],
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }),
    },
    {
      name: 'one replica has none',
      at: ['Orders/Properties/Replicas/1/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled'],
      template: `
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            Replicas:
              - Region: eu-west-1
                PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
              - Region: us-east-1
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        }),
    },
  ],
  unknown: [
    {
      name: 'a parameter without a default decides',
      at: ['Orders/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled'],
      template: `
        Parameters:
          Recovery:
            Type: String
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref Recovery }
      `,
    },
  ],
});
