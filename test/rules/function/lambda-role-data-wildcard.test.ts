import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-role-data-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may delete versions and tags too',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const cleaner = new lambda.Function(stack, 'Cleaner', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        cleaner.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['s3:Delete*'], resources: [uploads.arnForObjects('*')] }),
        );
      },
    },
    {
      name: 'the function may delete more than objects',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: 's3:Delete*', Resource: 'arn:aws:s3:::orders*' }
      `,
    },
    {
      name: 'a pattern that begins with a wildcard covers the table itself',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: 'dynamodb:*Table*', Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' }
      `,
    },
    {
      name: 'the function may open the bus to other accounts',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: 'events:Put*', Resource: 'arn:aws:events:eu-west-1:111122223333:event-bus/orders' }
      `,
    },
  ],
  passes: [
    {
      name: 'a grant of the CDK',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new s3.Bucket(stack, 'Uploads').grantReadWrite(orders);
      },
    },
    {
      name: 'ours may delete objects',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const cleaner = new SecureFunction(stack, 'Cleaner', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        uploads.grantDelete(cleaner);
      },
    },
    {
      name: 'it may read',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: ['s3:GetObject*', s3:DeleteObject], Resource: 'arn:aws:s3:::orders/*' }
      `,
    },
    {
      name: 'all that is done to items',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: 'dynamodb:*Item', Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' }
      `,
    },
    {
      name: 'a key is used',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: ['kms:GenerateDataKey*', 'kms:ReEncrypt*'], Resource: 'arn:aws:kms:eu-west-1:111122223333:key/orders' }
      `,
    },
  ],
  unknown: [
    {
      name: 'the role is not part of the app',
      at: ['Orders/Properties/Role'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
  ],
});
