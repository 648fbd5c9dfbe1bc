import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-s3-permission-source-account';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names the bucket only',
      template: (stack) => {
        const uploads = s3.Bucket.fromBucketName(stack, 'Uploads', 'uploads');
        const thumbnails = new lambda.Function(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        thumbnails.addPermission('Uploads', {
          principal: new iam.ServicePrincipal('s3.amazonaws.com'),
          sourceArn: uploads.bucketArn,
        });
      },
    },
    {
      name: 'only the ARN of the bucket is given',
      at: ['Permission/Properties/SourceAccount'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::uploads
      `,
    },
    {
      name: 'the policy of the function names the bucket only',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Condition'],
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: s3.amazonaws.com }
                  Action: lambda:InvokeFunction
                  Resource: '*'
                  Condition: { ArnLike: { aws:SourceArn: arn:aws:s3:::uploads } }
      `,
    },
  ],
  passes: [
    {
      name: 'ours adds the account',
      template: (stack) => {
        const uploads = s3.Bucket.fromBucketName(stack, 'Uploads', 'uploads');
        const thumbnails = new SecureFunction(stack, 'Thumbnails', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        thumbnails.addPermission('Uploads', {
          principal: new iam.ServicePrincipal('s3.amazonaws.com'),
          sourceArn: uploads.bucketArn,
        });
      },
    },
    {
      name: 'the account is a parameter that takes nothing but numbers',
      template: `
        Parameters:
          Partner: { Type: String, AllowedPattern: '\\d{12}' }
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: !Ref Partner
      `,
    },
    {
      name: 'the account is given too',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::uploads
            SourceAccount: !Ref AWS::AccountId
      `,
    },
    {
      name: 'the ARN of a rule holds the account',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: events.amazonaws.com
            SourceArn: arn:aws:events:eu-west-1:111122223333:rule/nightly
      `,
    },
    {
      name: 'the bucket is in the namespace of the account',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties: { BucketNamePrefix: uploads, BucketNamespace: account-regional }
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: s3.amazonaws.com
            SourceArn: !GetAtt Uploads.Arn
      `,
    },
    {
      name: 'no other account can have the name of the bucket',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: s3.amazonaws.com
            SourceArn: !Sub 'arn:aws:s3:::uploads-\${AWS::AccountId}-\${AWS::Region}-an'
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the service',
      at: ['Permission/Properties/Principal'],
      template: `
        Parameters:
          Service:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: thumbnails
              Principal: !Ref Service
              SourceArn: arn:aws:s3:::uploads
      `,
    },
  ],
});
