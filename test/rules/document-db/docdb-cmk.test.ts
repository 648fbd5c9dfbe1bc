import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/document-db/docdb-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no key',
      at: ['Orders/Properties/KmsKeyId'],
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
      name: 'nothing is encrypted, which another rule says',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { StorageEncrypted: false }
      `,
    },
    {
      name: 'there is a key',
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
          kmsKey: new SecureKey(stack, 'Key'),
        }),
    },
  ],
  unknown: [
    {
      name: 'the key is a parameter',
      at: ['Orders/Properties/KmsKeyId'],
      template: `
        Parameters:
          Key: { Type: String }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { StorageEncrypted: true, KmsKeyId: !Ref Key }
      `,
    },
  ],
});
