import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/network/vpc-flow-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Vpc'],
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }),
    },
    {
      name: 'a log of something else names the VPC',
      at: ['Vpc'],
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Log: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: !Ref Vpc, ResourceType: Subnet, TrafficType: ALL, LogGroupName: flows } }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        vpc.addFlowLog('Flows', {
          destination: ec2.FlowLogDestination.toCloudWatchLogs(new SecureLogGroup(stack, 'FlowLog')),
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the VPC of the log is a parameter',
      at: ['Vpc'],
      template: `
        Parameters:
          Logged: { Type: String }
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties: { CidrBlock: 10.0.0.0/16 }
          Log:
            Type: AWS::EC2::FlowLog
            Properties: { ResourceId: !Ref Logged, ResourceType: VPC, TrafficType: ALL, LogGroupName: flows }
      `,
    },
  ],
});
