import rule from '../../../src/rules/document-db/docdb-encrypted';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/StorageEncrypted'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
      `,
    },
  ],
  passes: [
    {
      name: 'it is encrypted',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { StorageEncrypted: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'the cluster is restored',
      at: ['Orders/Properties/StorageEncrypted'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { SnapshotIdentifier: orders-2026-11-01 }
      `,
    },
  ],
});
