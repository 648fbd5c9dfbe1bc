import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-role-incomplete';
import { ruleExamples } from '../rule-examples';

const role = (policies: string) => `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
            ManagedPolicyArns: [${policies}]
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 below the L2 is told to trace',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const resource = orders.node.defaultChild as lambda.CfnFunction;
        resource.tracingConfig = { mode: 'Active' };
      },
    },
    {
      name: 'it may log, and is to be traced',
      at: ['Orders/Properties/Role'],
      template: `${role('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')}
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            TracingConfig: { Mode: Active }
      `,
    },
    {
      name: 'it may log, and is to be in a VPC',
      at: ['Orders/Properties/Role'],
      template: `${role('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole')}
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            VpcConfig: { SubnetIds: [subnet-0123456789abcdef0], SecurityGroupIds: [sg-0123456789abcdef0] }
      `,
    },
  ],
  passes: [
    {
      name: 'ours traces, and may',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'the L2 writes what it needs',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          tracing: lambda.Tracing.ACTIVE,
          vpc: new ec2.Vpc(stack, 'Vpc'),
        }),
    },
    {
      name: 'nothing is asked for',
      template: `${role('')}
        Orders:
          Type: AWS::Lambda::Function
          Properties: { Role: !GetAtt Role.Arn }
      `,
    },
  ],
  unknown: [
    {
      name: 'a policy of the account may allow it',
      template: `${role('arn:aws:iam::111122223333:policy/tracing')}
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            TracingConfig: { Mode: Active }
      `,
    },
  ],
});
