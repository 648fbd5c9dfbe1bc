import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/document-db/docdb-encrypted';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'encryption is turned off',
      at: ['Orders/Properties/StorageEncrypted'],
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
          storageEncrypted: false,
        }),
    },
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
      name: 'the L2 encrypts',
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
        }),
    },
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
