import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/policy/policy-malformed';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 forgets whom the policy of the queue is about',
      template: (stack) => {
        new CfnQueuePolicy(stack, 'OrdersPolicy', {
          queues: ['https://sqs.eu-west-1.amazonaws.com/111122223333/orders'],
          policyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Deny', Action: 'sqs:*', Resource: '*' }],
          },
        });
      },
    },
    {
      name: 'the policy of a role names no resource',
      at: ['Reader/Properties/Policies/0/PolicyDocument/Statement/0/Resource'],
      template: `
        Reader:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: {Service: lambda.amazonaws.com}
                  Action: sts:AssumeRole
            Policies:
              - PolicyName: read
                PolicyDocument:
                  Version: '2012-10-17'
                  Statement:
                    - Effect: Allow
                      Action: s3:GetObject
      `,
    },
    {
      name: 'the trust policy names nobody, and a word that is no effect',
      at: [
        'Reader/Properties/AssumeRolePolicyDocument/Statement/0/Effect',
        'Reader/Properties/AssumeRolePolicyDocument/Statement/0/Principal',
      ],
      template: `
        Reader:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: allow
                  Principal: {}
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'the actions do not say of which service they are',
      at: [0, 1].map((index) => `Reader/Properties/PolicyDocument/Statement/0/Action/${index}`),
      template: `
        Reader:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Action: [GetObject, s3.PutObject, 's3:ListBucket'], Resource: '*' }
      `,
    },
    {
      name: 'the key policy has no statement',
      at: ['Key/Properties/KeyPolicy'],
      template: `
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy: {Version: '2012-10-17', Statement: []}
      `,
    },
  ],
  passes: [
    {
      name: 'the statement says who may do what, and on what',
      template: (stack) => {
        const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        reader.addToPolicy(
          new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::books/covers/*'] }),
        );
      },
    },
    {
      name: 'a denial says what is spared',
      template: `
        OrdersPolicy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: orders
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  NotPrincipal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}
                  NotAction: s3:GetObject
                  NotResource: arn:aws:s3:::orders/public/*
      `,
    },
    {
      name: 'the policy is a parameter, which is for others to judge',
      template: `
        Parameters:
          Document: {Type: String}
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy: !Ref Document
      `,
    },
  ],
});
