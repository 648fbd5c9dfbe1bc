import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/vpce-default-group';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 names none',
      at: ['Endpoint/Properties/SecurityGroupIds'],
      template: (stack) => {
        new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
          vpcId: 'vpc-0a1b2c',
          vpcEndpointType: 'Interface',
          serviceName: `com.amazonaws.${stack.region}.secretsmanager`,
          privateDnsEnabled: true,
          subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
        });
      },
    },
  ],
  passes: [
    {
      name: 'it has a group of its own',
      template: (stack) => {
        new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
          vpcId: 'vpc-0a1b2c',
          vpcEndpointType: 'Interface',
          serviceName: `com.amazonaws.${stack.region}.secretsmanager`,
          privateDnsEnabled: true,
          subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
          securityGroupIds: ['sg-0a1b2c'],
        });
      },
    },
    {
      name: 'a gateway has none',
      template: (stack) => {
        new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
          vpcId: 'vpc-0a1b2c',
          vpcEndpointType: 'Gateway',
          serviceName: `com.amazonaws.${stack.region}.s3`,
          routeTableIds: ['rtb-0a1b2c'],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names them',
      template: `
        Parameters:
          Groups:
            Type: List<AWS::EC2::SecurityGroup::Id>
        Resources:
          Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-0a1b2c
              VpcEndpointType: Interface
              ServiceName: com.amazonaws.eu-central-1.kms
              SecurityGroupIds: !Ref Groups
      `,
    },
  ],
});
