import rule from '../../../src/rules/document-db/docdb-backup';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/BackupRetentionPeriod'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
      `,
    },
  ],
  passes: [
    {
      name: 'two weeks',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { BackupRetentionPeriod: 14 }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/BackupRetentionPeriod'],
      template: `
        Parameters:
          Days: { Type: Number }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { BackupRetentionPeriod: !Ref Days }
      `,
    },
  ],
});
