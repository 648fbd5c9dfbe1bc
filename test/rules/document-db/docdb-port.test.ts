import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/document-db/docdb-port';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cluster says nothing',
      at: ['Orders/Properties/Port'],
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
      name: 'it is another',
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
          port: 27117,
        }),
    },
  ],
});
