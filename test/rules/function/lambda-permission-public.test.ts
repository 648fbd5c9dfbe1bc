import { aws_iam, aws_lambda as lambda } from 'aws-cdk-lib';
import rule from '../../../src/rules/function/lambda-permission-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
      name: 'the L2 was told so',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        orders.addPermission('Anybody', { principal: new aws_iam.AnyPrincipal() });
      },
    },
  ],
  passes: [
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
