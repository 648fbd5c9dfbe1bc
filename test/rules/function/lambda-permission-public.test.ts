import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-permission-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets in whoever calls',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Partners', { principal: new iam.AnyPrincipal() });
      },
    },
    {
      name: 'anybody may invoke the function',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '*'
      `,
    },
    {
      name: 'the policy of the function lets everybody in',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - { Effect: Allow, Principal: '*', Action: lambda:InvokeFunction, Resource: '*' }
      `,
    },
    {
      name: 'what would narrow it is empty',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '*'
            SourceAccount: ''
      `,
    },
  ],
  passes: [
    {
      name: 'ours lets in one partner',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Partners', { principal: new iam.AccountPrincipal('444455556666') });
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
      name: 'one service may, for one source',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: events.amazonaws.com
            SourceArn: arn:aws:events:eu-west-1:111122223333:rule/nightly
      `,
    },
    {
      name: 'everybody of one organization may',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '*'
            PrincipalOrgID: o-1a2b3c4d5e
      `,
    },
    {
      name: 'the policy of the function lets one organization in',
      template: `
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: arn:aws:lambda:eu-central-1:111122223333:function:orders
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: lambda:InvokeFunction
                  Resource: '*'
                  Condition: { StringEquals: { aws:PrincipalOrgID: o-abcdefghij } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter without a default',
      template: `
        Parameters:
          Caller:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: orders
              Principal: !Ref Caller
      `,
    },
  ],
});
