import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-unique-role';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2s share a role',
      template: (stack) => {
        const settings = {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        };
        const role = new iam.Role(stack, 'Role', {
          assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
        });
        new lambda.Function(stack, 'Orders', { ...settings, role });
        new lambda.Function(stack, 'Refunds', { ...settings, role });
      },
    },
    {
      name: 'two functions have one role',
      at: ['Orders/Properties/Role', 'Refunds/Properties/Role'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
        Refunds:
          Type: AWS::Lambda::Function
          Properties:
            Role: !Sub \${Role.Arn}
      `,
    },
    {
      name: 'they name the same imported role',
      at: ['Orders/Properties/Role', 'Refunds/Properties/Role'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/everything
        Refunds:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/everything
      `,
    },
    {
      name: 'another service may assume the role too',
      at: ['Orders/Properties/Role'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: [lambda.amazonaws.com, ec2.amazonaws.com] } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
    {
      name: 'a web function runs as the role too',
      at: ['Orders/Properties/Role'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
        Orders:
          Type: AWS::Lambda::Function
          Properties: { Role: !GetAtt Role.Arn }
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties: { FunctionName: shop, ServiceConfig: { ExecutionRoleArn: !GetAtt Role.Arn } }
      `,
    },
  ],
  passes: [
    {
      name: 'each of ours has its own',
      template: (stack) => {
        const settings = {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        };
        new SecureFunction(stack, 'Orders', settings);
        new SecureFunction(stack, 'Refunds', settings);
      },
    },
    {
      name: 'the function has a role of its own',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
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
  ],
});
