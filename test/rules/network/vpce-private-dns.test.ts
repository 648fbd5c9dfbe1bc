import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/vpce-private-dns';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 leaves it off',
      at: ['Endpoint/Properties/PrivateDnsEnabled'],
      template: (stack) => {
        new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
          vpcId: 'vpc-0a1b2c',
          vpcEndpointType: 'Interface',
          serviceName: `com.amazonaws.${stack.region}.secretsmanager`,
          subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
          securityGroupIds: ['sg-0a1b2c'],
        });
      },
    },
  ],
  passes: [
    {
      name: 'the public name leads to the endpoint',
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
      name: 'S3 has a gateway',
      template: (stack) => {
        new ec2.CfnVPCEndpoint(stack, 'Endpoint', {
          vpcId: 'vpc-0a1b2c',
          vpcEndpointType: 'Interface',
          serviceName: `com.amazonaws.${stack.region}.s3`,
          subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
        });
      },
    },
    {
      name: 'the service is not of AWS',
      template: `
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: vpc-0a1b2c
            VpcEndpointType: Interface
            ServiceName: com.amazonaws.vpce.eu-central-1.vpce-svc-0a1b2c
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says whether',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-0a1b2c
              VpcEndpointType: Interface
              ServiceName: com.amazonaws.eu-central-1.kms
              PrivateDnsEnabled: !Ref Given
      `,
    },
  ],
});
