import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-permission-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets in the organization',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Shops', { principal: new iam.OrganizationPrincipal('o-1a2b3c4d5e') });
      },
    },
    {
      name: 'everybody of one organization may invoke the function',
      at: ['Permission/Properties/Principal'],
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
      name: 'the policy of the function relies on a condition',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
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
    {
      name: 'everybody of every account is named',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: arn:aws:iam::*:root
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets in one account of it',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addPermission('Shops', { principal: new iam.AccountPrincipal('444455556666') });
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
      name: 'one account may',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: '111122223333'
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the principal',
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
