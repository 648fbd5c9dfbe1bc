import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/document-db/docdb-deletion-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/DeletionProtection'],
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
      name: 'it is on',
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
          deletionProtection: true,
        }),
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
