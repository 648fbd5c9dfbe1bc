import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/network/network-connector-default-group';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it names no group',
      at: ['Connector/Properties/Configuration/VpcEgressConfiguration/SecurityGroupIds'],
      template: (stack) => {
        new lambda.CfnNetworkConnector(stack, 'Connector', {
          configuration: {
            vpcEgressConfiguration: {
              associatedComputeResourceTypes: ['MicroVm'],
              subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
            },
          },
        });
      },
    },
  ],
  passes: [
    {
      name: 'it has one of its own',
      template: (stack) => {
        new lambda.CfnNetworkConnector(stack, 'Connector', {
          configuration: {
            vpcEgressConfiguration: {
              associatedComputeResourceTypes: ['MicroVm'],
              subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'],
              securityGroupIds: ['sg-0a1b2c'],
            },
          },
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
          Connector:
            Type: AWS::Lambda::NetworkConnector
            Properties:
              Configuration:
                VpcEgressConfiguration:
                  AssociatedComputeResourceTypes: [MicroVm]
                  SubnetIds: [subnet-0a1b2c, subnet-3d4e5f]
                  SecurityGroupIds: !Ref Groups
      `,
    },
  ],
});
