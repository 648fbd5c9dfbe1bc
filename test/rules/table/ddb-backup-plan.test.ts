import rule from '../../../src/rules/table/ddb-backup-plan';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no backup selection',
      at: ['Orders'],
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
      name: 'one names the table',
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
        Nightly:
          Type: AWS::Backup::BackupSelection
          Properties:
            BackupPlanId: plan
            BackupSelection:
              SelectionName: tables
              IamRoleArn: arn:aws:iam::111122223333:role/backup
              Resources: [!GetAtt Orders.Arn]
      `,
    },
  ],
  unknown: [
    {
      name: 'one goes by tags',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
        Nightly:
          Type: AWS::Backup::BackupSelection
          Properties:
            BackupPlanId: plan
            BackupSelection:
              SelectionName: tables
              IamRoleArn: arn:aws:iam::111122223333:role/backup
              ListOfTags:
                - { ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: "yes" }
      `,
    },
  ],
});
