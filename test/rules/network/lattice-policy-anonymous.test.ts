import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import rule from '../../../src/rules/network/lattice-policy-anonymous';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'anybody may call',
      at: ['Policy/Properties/Policy/Statement/0/Principal'],
      template: (stack) => {
        new vpclattice.CfnAuthPolicy(stack, 'Policy', {
          resourceIdentifier: 'svc-0a1b2c3d',
          policy: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 'vpc-lattice-svcs:Invoke', Resource: '*' }],
          },
        });
      },
    },
  ],
  passes: [
    {
      name: 'whoever signs may call',
      template: (stack) => {
        new vpclattice.CfnAuthPolicy(stack, 'Policy', {
          resourceIdentifier: 'svc-0a1b2c3d',
          policy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: '*',
                Action: 'vpc-lattice-svcs:Invoke',
                Resource: '*',
                Condition: { StringNotEqualsIgnoreCase: { 'aws:PrincipalType': 'anonymous' } },
              },
            ],
          },
        });
      },
    },
    {
      name: 'one role may call',
      template: `
        Policy:
          Type: AWS::VpcLattice::AuthPolicy
          Properties:
            ResourceIdentifier: svc-0a1b2c3d
            Policy:
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/shop }
                  Action: vpc-lattice-svcs:Invoke
                  Resource: '*'
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Policy:
            Type: AWS::VpcLattice::AuthPolicy
            Properties: { ResourceIdentifier: svc-0a1b2c3d, Policy: !Ref Given }
      `,
    },
  ],
});
