import rule from '../../../src/rules/document-db/docdb-logs';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is exported',
      at: ['Orders/Properties/EnableCloudwatchLogsExports'],
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
      `,
    },
    {
      name: 'only the profiler is',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { EnableCloudwatchLogsExports: [profiler] }
      `,
    },
  ],
  passes: [
    {
      name: 'the audit log is',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { EnableCloudwatchLogsExports: [audit] }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/EnableCloudwatchLogsExports'],
      template: `
        Parameters:
          Logs: { Type: CommaDelimitedList }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { EnableCloudwatchLogsExports: !Ref Logs }
      `,
    },
  ],
});
