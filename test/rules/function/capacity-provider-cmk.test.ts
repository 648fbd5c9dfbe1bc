import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/capacity-provider-cmk';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it has no key',
      at: ['Provider/Properties/KmsKeyArn'],
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
      name: 'it has one',
      template: (stack) => {
        new lambda.CfnCapacityProvider(stack, 'Provider', {
          permissionsConfig: { capacityProviderOperatorRoleArn: 'arn:aws:iam::111122223333:role/operator' },
          vpcConfig: { subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'], securityGroupIds: ['sg-0a1b2c'] },
          kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d',
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the key',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Provider:
            Type: AWS::Lambda::CapacityProvider
            Properties: { KmsKeyArn: !Ref Given }
      `,
    },
  ],
});
