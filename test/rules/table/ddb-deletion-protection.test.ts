import rule from '../../../src/rules/table/ddb-deletion-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/DeletionProtectionEnabled'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
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
            DeletionProtectionEnabled: true
      `,
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
