import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-wildcard-resource';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may read every bucket',
      template: (stack) => {
        new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
      },
    },
    {
      name: 'every table may be read',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: '*'
      `,
    },
    {
      name: 'every bucket may be read',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::*
      `,
    },
    {
      name: 'one of several actions could be limited',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Resource'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            Policies:
              - PolicyName: orders
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: [xray:PutTraceSegments, sqs:SendMessage]
                      Resource: '*'
      `,
    },
    {
      name: 'a whole service may be used on everything',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:*
                  Resource: '*'
      `,
    },
    {
      name: 'everything is allowed on everything',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: '*'
                  Resource: '*'
      `,
    },
    {
      name: 'the condition is not about the resource',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: '*'
                  Condition:
                    Bool: { aws:SecureTransport: 'true' }
      `,
    },
    {
      name: 'every function of the account may be called',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: lambda:InvokeFunction
                  Resource: !Sub 'arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:*'
      `,
    },
    {
      name: 'every table of the account may be read',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/*
      `,
    },
  ],
  passes: [
    {
      name: 'ours may read one',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new ScopedRole(stack, 'Role');
        uploads.grantRead(role);
      },
    },
    {
      name: 'one table may be read',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
    {
      name: 'AWS cannot limit the action',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: [xray:PutTraceSegments, cloudwatch:PutMetricData, ec2:DescribeInstances]
                  Resource: '*'
      `,
    },
    {
      name: 'the tags of the resource limit it',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: '*'
                  Condition:
                    StringEquals: { aws:ResourceTag/app: orders }
      `,
    },
    {
      name: 'no action of the service can be limited',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: pricing:*
                  Resource: '*'
      `,
    },
    {
      name: 'it denies',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Action: dynamodb:GetItem
                  Resource: '*'
      `,
    },
    {
      name: 'the L2 grants and traces',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          tracing: lambda.Tracing.ACTIVE,
        });
        new s3.Bucket(stack, 'Uploads').grantReadWrite(orders);
      },
    },
    {
      name: 'the resource is exported by another stack',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: !ImportValue orders-table-arn
      `,
    },
    {
      name: 'what gets its id from AWS is all named',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: ec2:DeleteNetworkInterface
                  Resource: arn:aws:ec2:eu-west-1:111122223333:network-interface/*
      `,
    },
    {
      name: 'another service is allowed on what is not its own',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: ['s3:*', 's3:GetObject']
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/*
      `,
    },
    {
      name: 'functions of one app',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: lambda:InvokeFunction
                  Resource: arn:aws:lambda:eu-west-1:111122223333:function:orders-*
      `,
    },
    {
      name: 'the indexes of a table',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:Query
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/*
      `,
    },
  ],
  unknown: [
    {
      name: 'the resource is a parameter without a default',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Resource'],
      template: `
        Parameters:
          Table:
            Type: String
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: dynamodb:GetItem
                    Resource: !Ref Table
      `,
    },
  ],
});
