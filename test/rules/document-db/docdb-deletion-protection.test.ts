import rule from '../../../src/rules/document-db/docdb-deletion-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/DeletionProtection'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { DeletionProtection: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/DeletionProtection'],
      template: `
        Parameters:
          Protect: { Type: String }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { DeletionProtection: !Ref Protect }
      `,
    },
  ],
});
