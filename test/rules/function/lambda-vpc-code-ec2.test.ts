import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-vpc-code-ec2';
import { ruleExamples } from '../rule-examples';

const inVpc = (policies: string) => `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
${policies}
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            VpcConfig: { SubnetIds: [subnet-0123456789abcdef0], SecurityGroupIds: [sg-0123456789abcdef0] }
`;
const managed = `
            ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is in a VPC',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          vpc,
        });
      },
    },
    { name: 'nothing tells code and Lambda apart', at: ['Orders/Properties/Role'], template: inVpc(managed) },
  ],
  passes: [
    {
      name: 'ours is in it',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          vpc,
        });
      },
    },
    {
      name: 'they are denied to the code',
      template: inVpc(`${managed}
            Policies:
              - PolicyName: not-by-the-code
                PolicyDocument:
                  Version: '2012-10-17'
                  Statement:
                    - Effect: Deny
                      Action:
                        - ec2:CreateNetworkInterface
                        - ec2:DeleteNetworkInterface
                        - ec2:DescribeNetworkInterfaces
                        - ec2:DescribeSubnets
                        - ec2:AssignPrivateIpAddresses
                        - ec2:UnassignPrivateIpAddresses
                      Resource: '*'
                      Condition: { 'Null': { lambda:SourceFunctionArn: 'false' } }`),
    },
    {
      name: 'it is in no VPC',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties: { Role: arn:aws:iam::111122223333:role/orders }
      `,
    },
  ],
  unknown: [
    {
      name: 'a policy of the account may allow it',
      at: ['Orders/Properties/Role'],
      template: inVpc(`
            ManagedPolicyArns: [arn:aws:iam::111122223333:policy/network]`),
    },
  ],
});
