import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-permission-non-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets a partner do everything',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Partner', { principal: new iam.AccountPrincipal('444455556666'), action: 'lambda:*' });
      },
    },
    {
      name: 'every action on the function is allowed',
      at: ['Permission/Properties/Action'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:*
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
    {
      name: 'it comes out of a mapping',
      at: ['Permission/Properties/Action'],
      template: `
        Mappings:
          Access:
            Partner:
              Action: lambda:UpdateFunctionCode
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: !FindInMap [Access, Partner, Action]
              FunctionName: orders
              Principal: '111122223333'
      `,
    },
    {
      name: 'the policy of the function lets a partner change its code',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action/1'],
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { AWS: '444455556666' }
                  Action: [lambda:InvokeFunction, lambda:UpdateFunctionCode]
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'ours lets the partner invoke it',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Partner', { principal: new iam.AccountPrincipal('444455556666') });
      },
    },
    {
      name: 'Lambda takes the action in any case',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:invokeFunction
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
    {
      name: 'invoking is allowed',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
    {
      name: 'the policy of the web function lets a partner call its endpoint',
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: lambda:InvokeWebFunctionEndpoint, Resource: '*' }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says what',
      template: `
        Parameters:
          Action:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: !Ref Action
              FunctionName: orders
              Principal: '111122223333'
      `,
    },
  ],
});
