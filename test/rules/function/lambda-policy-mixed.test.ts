import { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-policy-mixed';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 adds a permission beside the policy',
      at: ['Policy/Properties/ResourceArn'],
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.grantInvoke(new iam.AccountPrincipal('444455556666'));
        new CfnResource(stack, 'Policy', {
          type: 'AWS::Lambda::ResourcePolicy',
          properties: {
            ResourceArn: orders.functionArn,
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Deny', Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: orders.functionArn },
              ],
            },
          },
        });
      },
    },
  ],
  passes: [
    {
      name: 'the permission stands in the policy as well',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new CfnResource(stack, 'Policy', {
          type: 'AWS::Lambda::ResourcePolicy',
          properties: {
            ResourceArn: orders.functionArn,
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { AWS: '444455556666' },
                  Action: 'lambda:InvokeFunction',
                  Resource: orders.functionArn,
                },
                { Effect: 'Deny', Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: orders.functionArn },
              ],
            },
          },
        });
      },
    },
    {
      name: 'all of it stands in the policy',
      template: `
        Orders:
          Type: AWS::Lambda::Function
        Policy:
          Type: AWS::Lambda::ResourcePolicy
          Properties:
            ResourceArn: !GetAtt Orders.Arn
            PolicyDocument:
              Statement:
                - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: lambda:InvokeFunction, Resource: !GetAtt Orders.Arn }
                - { Effect: Deny, Principal: '*', Action: lambda:InvokeFunctionUrl, Resource: !GetAtt Orders.Arn }
      `,
    },
  ],
});
