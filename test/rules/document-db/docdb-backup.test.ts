import { Duration } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/document-db/docdb-backup';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/BackupRetentionPeriod'],
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
        }),
    },
  ],
  passes: [
    {
      name: 'two weeks',
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
          backup: { retention: Duration.days(14) },
        }),
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
