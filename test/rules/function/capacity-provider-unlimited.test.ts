import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/capacity-provider-unlimited';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it says no number',
      at: ['Provider/Properties/CapacityProviderScalingConfig/MaxVCpuCount'],
      template: (stack) => {
        new lambda.CfnCapacityProvider(stack, 'Provider', {
          permissionsConfig: { capacityProviderOperatorRoleArn: 'arn:aws:iam::111122223333:role/operator' },
          vpcConfig: { subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'], securityGroupIds: ['sg-0a1b2c'] },
        });
      },
    },
  ],
  passes: [
    {
      name: 'sixteen vCPUs are enough',
      template: (stack) => {
        new lambda.CfnCapacityProvider(stack, 'Provider', {
          permissionsConfig: { capacityProviderOperatorRoleArn: 'arn:aws:iam::111122223333:role/operator' },
          vpcConfig: { subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'], securityGroupIds: ['sg-0a1b2c'] },
          capacityProviderScalingConfig: { maxVCpuCount: 16 },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how many',
      template: `
        Parameters:
          Most:
            Type: Number
        Resources:
          Provider:
            Type: AWS::Lambda::CapacityProvider
            Properties: { CapacityProviderScalingConfig: { MaxVCpuCount: !Ref Most } }
      `,
    },
  ],
});
