import rule from '../../../src/rules/document-db/docdb-port';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/Port'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
      `,
    },
  ],
  passes: [
    {
      name: 'it is another',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { Port: 27117 }
      `,
    },
  ],
});
