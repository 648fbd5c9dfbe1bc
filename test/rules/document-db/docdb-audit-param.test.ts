import * as docdb from 'aws-cdk-lib/aws-docdb';
import rule from '../../../src/rules/document-db/docdb-audit-param';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the group says nothing',
      at: ['Settings/Properties/Parameters/audit_logs'],
      template: (stack) =>
        new docdb.ClusterParameterGroup(stack, 'Settings', {
          family: 'docdb5.0',
          parameters: { tls: 'enabled' },
        }),
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) =>
        new docdb.ClusterParameterGroup(stack, 'Settings', {
          family: 'docdb5.0',
          parameters: { tls: 'enabled', audit_logs: 'enabled' },
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Settings/Properties/Parameters/audit_logs'],
      template: `
        Parameters:
          Audit: { Type: String }
        Resources:
          Settings:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties: { Family: docdb5.0, Description: orders, Parameters: { audit_logs: !Ref Audit } }
      `,
    },
  ],
});
