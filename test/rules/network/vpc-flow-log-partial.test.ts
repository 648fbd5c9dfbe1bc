import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/vpc-flow-log-partial';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only what was turned away is recorded',
      at: ['VpcFlowsFlowLog/Properties/TrafficType'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        vpc.addFlowLog('Flows', { trafficType: ec2.FlowLogTrafficType.REJECT });
      },
    },
    {
      name: 'two logs record the same half',
      at: ['One/Properties/TrafficType', 'Two/Properties/TrafficType'],
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        One: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType: ACCEPT, LogGroupName: a } }
        Two: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType: ACCEPT, LogGroupName: b } }
      `,
    },
  ],
  passes: [
    {
      name: 'all traffic is recorded',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        vpc.addFlowLog('Flows', { trafficType: ec2.FlowLogTrafficType.ALL });
      },
    },
    {
      name: 'one log for what was let through, and one for the rest',
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        In: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType: ACCEPT, LogGroupName: a } }
        Out: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType: REJECT, LogGroupName: b } }
      `,
    },
    {
      name: 'transit gateways have no such choice',
      template: `
        Log: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: tgw-0a1b2c, ResourceType: TransitGateway, LogGroupName: a } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys decides',
      at: ['Log/Properties/TrafficType'],
      template: `
        Parameters:
          Traffic: { Type: String }
        Resources:
          Log: { Type: AWS::EC2::FlowLog, Properties: { ResourceId: vpc-0a1b2c, ResourceType: VPC, TrafficType: !Ref Traffic, LogGroupName: a } }
      `,
    },
  ],
});
