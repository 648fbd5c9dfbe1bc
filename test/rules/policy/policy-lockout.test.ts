import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/policy/policy-lockout';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a denial was meant for plain HTTP and has no condition',
      template: (stack) => {
        const orders = new s3.Bucket(stack, 'Orders');
        orders.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: [orders.bucketArn, orders.arnForObjects('*')],
          }),
        );
      },
    },
    {
      name: 'the key policy lets a service use the key and nobody administer it',
      at: ['Key/Properties/KeyPolicy'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: {Service: logs.eu-west-1.amazonaws.com}
                  Action: ['kms:Encrypt', 'kms:Decrypt']
                  Resource: '*'
      `,
    },
    {
      name: 'the denial leaves out AWS services, and nobody who would repair it',
      at: ['Policy/Properties/ResourcePolicy/Statement/0'],
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*
                  Resource: '*'
                  Condition: { BoolIfExists: { aws:PrincipalIsAWSService: 'false' } }
      `,
    },
  ],
  passes: [
    {
      name: 'the denial has its condition',
      template: (stack) => new s3.Bucket(stack, 'Orders', { enforceSSL: true }),
    },
    {
      name: 'the account administers the key',
      template: (stack) => new kms.Key(stack, 'Key'),
    },
    {
      name: 'what everybody is denied is to delete, not to repair',
      template: `
        OrdersPolicy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: orders
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - {Effect: Deny, Principal: '*', Action: 's3:DeleteObjectVersion', Resource: 'arn:aws:s3:::orders/*'}
      `,
    },
    {
      name: 'the key has the default policy',
      template: `
        Key:
          Type: AWS::KMS::Key
      `,
    },
  ],
  unknown: [
    {
      name: 'whom the denial is about is a parameter without a default',
      at: ['OrdersPolicy/Properties/PolicyDocument/Statement/0'],
      template: `
        Parameters:
          Who: {Type: String}
        Resources:
          OrdersPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: orders
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - {Effect: Deny, Principal: {AWS: !Ref Who}, Action: 's3:*', Resource: '*'}
      `,
    },
  ],
});
