import rule from '../../../src/rules/network/vpc-flow-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Vpc'],
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
        Log:
          Type: AWS::EC2::FlowLog
          Properties: { ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType: ALL, LogGroupName: flows }
      `,
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
