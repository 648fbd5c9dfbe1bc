import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/function/lambda-logs-permission';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a role of its own, without policies',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          role: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
        }),
    },
    {
      name: 'the role allows something else only',
      at: ['Role'],
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
                    - { Effect: Allow, Action: dynamodb:GetItem, Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
    {
      name: 'the role cannot make the log group that nobody else makes',
      at: ['Role'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: logs
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: '*' }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
  ],
  passes: [
    {
      name: 'the role may do everything, which is the matter of other rules',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }]
            ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess']
        Orders:
          Type: AWS::Lambda::Function
          Properties: { Role: !GetAtt Role.Arn }
      `,
    },
    {
      name: 'ours has a role that can write to its log group',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          role: new ScopedRole(stack, 'Role'),
        }),
    },
    {
      name: 'the policy that the Lambda guide suggests allows it',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
    {
      name: 'a policy beside the role allows it',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: logs
            Roles: [!Ref Role]
            PolicyDocument:
              Statement:
                - { Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: '*' }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
        Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: !Sub '/aws/lambda/\${Orders}'
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
      name: 'a managed policy is not part of the app',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            ManagedPolicyArns:
              - arn:aws:iam::111122223333:policy/platform
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
  ],
});
