import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-role-managed-broad';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has full access to S3',
      template: (stack) => {
        const thumbnails = new lambda.Function(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        thumbnails.role?.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonS3FullAccess'));
      },
    },
    {
      name: 'the function has full access to every bucket',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            ManagedPolicyArns:
              - !Sub arn:\${AWS::Partition}:iam::aws:policy/AmazonS3FullAccess
      `,
    },
    {
      name: 'it does under one condition',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
              ManagedPolicyArns:
                - !If [IsDemo, arn:aws:iam::aws:policy/AdministratorAccess, !Ref AWS::NoValue]
      `,
    },
  ],
  passes: [
    {
      name: 'ours has access to one bucket',
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
      name: 'the function may write its log',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      `,
    },
  ],
  unknown: [
    {
      name: 'the role is not part of the app',
      at: ['Orders/Properties/Role'],
      template: `
        Parameters:
          RoleArn:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Role: !Ref RoleArn
      `,
    },
  ],
});
