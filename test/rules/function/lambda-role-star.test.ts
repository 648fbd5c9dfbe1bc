import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-role-star';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may do everything with a bucket',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const thumbnails = new lambda.Function(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        thumbnails.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['s3:*'], resources: [uploads.arnForObjects('*')] }),
        );
      },
    },
    {
      name: 'an inline policy allows everything of a service',
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
                    - { Effect: Allow, Action: 'dynamodb:*', Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders }
      `,
    },
    {
      name: 'a policy beside the role allows everything',
      at: ['Policy/Properties/PolicyDocument/Statement/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: !Sub 'lambda.\${AWS::URLSuffix}' } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: everything
            Roles: [!Ref Role]
            PolicyDocument:
              Statement:
                Effect: Allow
                Action: !Join ['', ['*']]
                Resource: '*'
      `,
    },
    {
      name: 'everything but some actions is allowed',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/NotAction'],
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
                    - { Effect: Allow, NotAction: 'iam:*', Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours may read from it and write to it',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const thumbnails = new SecureFunction(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        uploads.grantReadWrite(thumbnails);
      },
    },
    {
      name: 'the actions are named',
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
                    - { Effect: Allow, Action: [dynamodb:GetItem], Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders }
                    - { Effect: Deny, Action: '*', Resource: '*' }
      `,
    },
    {
      name: 'no function runs as the role',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: ec2.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: 's3:*', Resource: '*' }
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
    {
      name: 'whoever deploys names the action',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: `
        Parameters:
          Action:
            Type: String
        Resources:
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
                      - { Effect: Allow, Action: !Ref Action, Resource: '*' }
      `,
    },
    {
      name: 'a web function with a role from elsewhere',
      at: ['Shop/Properties/ServiceConfig/ExecutionRoleArn'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop
            ServiceConfig: { ExecutionRoleArn: arn:aws:iam::111122223333:role/shop }
      `,
    },
  ],
});
