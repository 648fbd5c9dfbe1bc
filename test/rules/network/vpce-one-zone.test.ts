import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/vpce-one-zone';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'one subnet has to do',
      at: ['Endpoint/Properties/SubnetIds'],
      template: (stack) => {
        new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
          vpcId: 'vpc-0a1b2c',
          vpcEndpointType: 'Interface',
          serviceName: `com.amazonaws.${stack.region}.secretsmanager`,
          privateDnsEnabled: true,
          subnetIds: ['subnet-0a1b2c'],
          securityGroupIds: ['sg-0a1b2c'],
        });
      },
    },
  ],
  passes: [
    {
      name: 'two subnets',
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
  ],
  unknown: [
    {
      name: 'whoever deploys names them',
      template: `
        Parameters:
          Subnets:
            Type: List<AWS::EC2::Subnet::Id>
        Resources:
          Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-0a1b2c
              VpcEndpointType: Interface
              ServiceName: com.amazonaws.eu-central-1.kms
              SubnetIds: !Ref Subnets
      `,
    },
  ],
});
