import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/table/ddb-backup-plan';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is in none',
      at: ['Orders'],
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }),
    },
  ],
  passes: [
    {
      name: 'a plan takes the table',
      template: (stack) => {
        const orders = new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        });
        backup.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Tables', {
          resources: [backup.BackupResource.fromDynamoDbTable(orders)],
        });
      },
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
