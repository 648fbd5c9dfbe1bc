import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/vpce-service-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody may',
      at: ['Permissions/Properties/AllowedPrincipals/0'],
      template: (stack) => {
        new ec2.CfnVPCEndpointServicePermissions(stack, 'Permissions', {
          serviceId: 'vpce-svc-0a1b2c3d',
          allowedPrincipals: ['*'],
        });
      },
    },
  ],
  passes: [
    {
      name: 'one account may',
      template: (stack) => {
        new ec2.CfnVPCEndpointServicePermissions(stack, 'Permissions', {
          serviceId: 'vpce-svc-0a1b2c3d',
          allowedPrincipals: ['arn:aws:iam::444455556666:root'],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names them',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Permissions:
            Type: AWS::EC2::VPCEndpointServicePermissions
            Properties: { ServiceId: vpce-svc-0a1b2c3d, AllowedPrincipals: [!Ref Given] }
      `,
    },
  ],
});
