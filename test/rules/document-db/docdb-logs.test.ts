import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/document-db/docdb-logs';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is exported',
      at: ['Orders/Properties/EnableCloudwatchLogsExports'],
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
        }),
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
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
          exportAuditLogsToCloudWatch: true,
        }),
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
