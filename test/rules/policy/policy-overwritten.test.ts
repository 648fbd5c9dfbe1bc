import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/policy/policy-overwritten';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

function rotate(secret: secretsmanager.Secret, stack: Stack): void {
  const database = rds.DatabaseCluster.fromDatabaseClusterAttributes(stack, 'Database', {
    clusterIdentifier: 'orders',
  });
  const hostedRotation = secretsmanager.HostedRotation.mysqlSingleUser();
  secret.attach(database).addRotationSchedule('Rotation', { hostedRotation });
}

const policyOf = (bucket: string) => `
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: ${bucket}
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: ['arn:aws:s3:::uploads', 'arn:aws:s3:::uploads/*']
                  Condition: { Bool: { aws:SecureTransport: 'false' } }`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the attachment to a database has a policy beside that of the secret',
      at: ['LoginPolicy/Properties/SecretId'],
      template: (stack) => {
        const login = new secretsmanager.Secret(stack, 'Login');
        login.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            actions: ['secretsmanager:GetSecretValue'],
            principals: [new iam.AnyPrincipal()],
            resources: ['*'],
            conditions: { StringNotEquals: { 'aws:PrincipalAccount': stack.account } },
          }),
        );
        rotate(login, stack);
      },
    },
    {
      name: 'a bucket has two policies',
      at: ['Second/Properties/Bucket'],
      template: `
        Uploads: { Type: 'AWS::S3::Bucket', Properties: { BucketName: uploads } }
        First:${policyOf('!Ref Uploads')}
        Second:${policyOf('uploads')}
      `,
    },
    {
      name: 'two policies name the same queue',
      at: ['Second/Properties/Queues/0'],
      template: `
        Orders: { Type: 'AWS::SQS::Queue' }
        First: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [!Ref Orders], PolicyDocument: { Statement: [] } } }
        Second: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [!Ref Orders], PolicyDocument: { Statement: [] } } }
      `,
    },
  ],
  passes: [
    {
      name: 'ours has one policy, with what the rotation adds to it',
      template: (stack) => rotate(new SecureSecret(stack, 'Login'), stack),
    },
    { name: 'a bucket has one policy', template: (stack) => new s3.Bucket(stack, 'Uploads', { enforceSSL: true }) },
    {
      name: 'one policy is for two queues',
      template: `
        Orders: { Type: 'AWS::SQS::Queue' }
        Bills: { Type: 'AWS::SQS::Queue' }
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties: { Queues: [!Ref Orders, !Ref Bills], PolicyDocument: { Statement: [] } }
      `,
    },
    {
      name: 'only one of the two is made',
      template: `
        Conditions:
          IsOpen: !Equals [!Ref AWS::Region, eu-west-1]
          IsClosed: !Not [!Condition IsOpen]
        Resources:
          Orders: { Type: 'AWS::SQS::Queue' }
          First:
            Type: AWS::SQS::QueuePolicy
            Condition: IsOpen
            Properties: { Queues: [!Ref Orders], PolicyDocument: { Statement: [] } }
          Second:
            Type: AWS::SQS::QueuePolicy
            Condition: IsClosed
            Properties: { Queues: [!Ref Orders], PolicyDocument: { Statement: [] } }
      `,
    },
  ],
});
