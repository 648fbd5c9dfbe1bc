import * as docdb from 'aws-cdk-lib/aws-docdb';
import rule from '../../../src/rules/document-db/docdb-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is off',
      at: ['Settings/Properties/Parameters/tls'],
      template: (stack) =>
        new docdb.ClusterParameterGroup(stack, 'Settings', {
          family: 'docdb5.0',
          parameters: { audit_logs: 'enabled', tls: 'disabled' },
        }),
    },
  ],
  passes: [
    {
      name: 'the group says nothing',
      template: (stack) =>
        new docdb.ClusterParameterGroup(stack, 'Settings', {
          family: 'docdb5.0',
          parameters: { audit_logs: 'enabled' },
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Settings/Properties/Parameters/tls'],
      template: `
        Parameters:
          Tls: { Type: String }
        Resources:
          Settings:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties: { Family: docdb5.0, Description: orders, Parameters: { tls: !Ref Tls } }
      `,
    },
  ],
});
