import { SecretValue } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/document-db/docdb-password';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is written',
      at: ['Orders/Properties/MasterUserPassword'],
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk', password: SecretValue.unsafePlainText('correct-horse-battery') },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
        }),
    },
    {
      name: 'it is the default of a parameter',
      template: `
        Parameters:
          Password: { Type: String, NoEcho: true, Default: correct-horse-battery }
        Resources:
          Orders:
            Type: AWS::DocDB::DBCluster
            Properties: { MasterUsername: admin, MasterUserPassword: !Ref Password }
      `,
    },
    {
      name: 'CloudFormation shows the parameter',
      at: ['Cluster/Properties/MasterUserPassword'],
      template: `
        Parameters:
          Password: { Type: String }
        Resources:
          Cluster:
            Type: AWS::DocDB::DBCluster
            Properties: { MasterUsername: admin1, MasterUserPassword: !Ref Password }
      `,
    },
    {
      name: 'Parameter Store keeps the password unencrypted',
      at: ['Cluster/Properties/MasterUserPassword'],
      template: `
        Cluster:
          Type: AWS::DocDB::DBCluster
          Properties:
            MasterUserPassword: '{{resolve:ssm:/shop/password:1}}'
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 makes it in Secrets Manager',
      template: (stack) =>
        new docdb.DatabaseCluster(stack, 'Orders', {
          masterUser: { username: 'clerk' },
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          vpc: new ec2.Vpc(stack, 'Vpc'),
        }),
    },
    {
      name: 'Secrets Manager has it',
      template: `
        Orders:
          Type: AWS::DocDB::DBCluster
          Properties: { MasterUsername: admin, MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}' }
      `,
    },
  ],
});
