import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-role-self-update';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may do everything with another function',
      template: (stack) => {
        const mail = lambda.Function.fromFunctionName(stack, 'Mail', 'mail');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addToRolePolicy(new iam.PolicyStatement({ actions: ['lambda:*'], resources: [mail.functionArn] }));
      },
    },
    {
      name: 'the function may replace code',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: deploy
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: ['lambda:UpdateFunction*'], Resource: '*' }
      `,
    },
    {
      name: 'it may extend roles',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Roles: [!Ref Role]
            PolicyDocument:
              Statement:
                - { Effect: Allow, Action: IAM:PutRolePolicy, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours may invoke it',
      template: (stack) => {
        const mail = lambda.Function.fromFunctionName(stack, 'Mail', 'mail');
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        mail.grantInvoke(orders);
      },
    },
    {
      name: 'it may invoke a function',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: invoke
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: lambda:InvokeFunction, Resource: arn:aws:lambda:eu-west-1:111122223333:function:mail }
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
            Role: !ImportValue OrdersRoleArn
      `,
    },
  ],
});
