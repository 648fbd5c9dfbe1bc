import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import rule from '../../../src/rules/delivery/flow-log-role-denied';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nobody gave the role a permission',
      at: ['FlowLog/Properties/DeliverLogsPermissionArn'],
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', {
          assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com'),
        });
        new ec2.CfnFlowLog(stack, 'FlowLog', {
          resourceId: 'vpc-0a1b2c',
          resourceType: 'VPC',
          trafficType: 'ALL',
          logGroupName: new logs.LogGroup(stack, 'Flows').logGroupName,
          deliverLogsPermissionArn: role.roleArn,
        });
      },
    },
    {
      name: 'it may make streams, and write nothing into them',
      at: ['FlowLog/Properties/DeliverLogsPermissionArn'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: vpc-flow-logs.amazonaws.com }, Action: sts:AssumeRole }] }
            Policies: [{ PolicyName: Write, PolicyDocument: { Statement: [{ Effect: Allow, Action: [logs:CreateLogStream, 'logs:Describe*'], Resource: '*' }] } }]
        FlowLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogGroupName: flows, DeliverLogsPermissionArn: !GetAtt Role.Arn } }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 gives it what it needs',
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', {
          assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com'),
        });
        new ec2.FlowLog(stack, 'FlowLog', {
          resourceType: ec2.FlowLogResourceType.fromVpc(new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 })),
          destination: ec2.FlowLogDestination.toCloudWatchLogs(new logs.LogGroup(stack, 'Flows'), role),
        });
      },
    },
    {
      name: 'a bucket takes no role',
      template: `
        FlowLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogDestinationType: s3, LogDestination: 'arn:aws:s3:::flows' } }
      `,
    },
    {
      name: 'the role is for a stream of another account, not for a log group',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: delivery.logs.amazonaws.com }, Action: sts:AssumeRole }] }
        FlowLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogDestinationType: kinesis-data-firehose, LogDestination: 'arn:aws:firehose:eu-west-1:444455556666:deliverystream/flows', DeliverLogsPermissionArn: !GetAtt Role.Arn } }
      `,
    },
    {
      name: 'the role is made elsewhere',
      template: `
        FlowLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogGroupName: flows, DeliverLogsPermissionArn: 'arn:aws:iam::111122223333:role/flows' } }
      `,
    },
  ],
  unknown: [
    {
      name: 'its policy is made elsewhere',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: vpc-flow-logs.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/write-flows']
        FlowLog: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: ALL, LogGroupName: flows, DeliverLogsPermissionArn: !GetAtt Role.Arn } }
      `,
    },
  ],
});
