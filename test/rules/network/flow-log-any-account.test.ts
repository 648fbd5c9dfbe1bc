import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IsolatedNetwork } from '../../../src/network/isolated-network';
import rule from '../../../src/rules/network/flow-log-any-account';
import { ruleExamples } from '../rule-examples';

const trusting = (condition: string) => `
        Role:
          Type: AWS::IAM::Role
          Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: vpc-flow-logs.amazonaws.com }, Action: sts:AssumeRole${condition} }] } }
        Log: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogGroupName: flows, DeliverLogsPermissionArn: !GetAtt Role.Arn } }
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the role that the L2 makes',
      at: ['VpcFlowsIAMRole/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }).addFlowLog('Flows'),
    },
    {
      name: 'a condition about something else',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: trusting(', Condition: { StringEquals: { "aws:RequestedRegion": eu-west-1 } }'),
    },
  ],
  passes: [
    {
      name: 'the role of our network',
      template: (stack) => {
        new IsolatedNetwork(stack, 'Network');
      },
    },
    {
      name: 'the account is named',
      template: trusting(', Condition: { StringEquals: { "aws:SourceAccount": !Ref AWS::AccountId } }'),
    },
    {
      name: 'a bucket takes no role',
      template: `
        Log: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogDestinationType: s3, LogDestination: 'arn:aws:s3:::flows' } }
      `,
    },
  ],
});
