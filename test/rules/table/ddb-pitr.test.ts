import rule from '../../../src/rules/table/ddb-pitr';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
      `,
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
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
      `,
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
