import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/policy/policy-unattached';
import { ruleExamples } from '../rule-examples';

const policy = (holders: string) => `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders${holders}
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Deny, Action: iam:*, Resource: '*' }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 names nobody',
      template: (stack) => {
        new iam.CfnPolicy(stack, 'NoIdentities', {
          policyName: 'no-identities',
          policyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }],
          },
        });
      },
    },
    { name: 'nobody is named', at: ['Policy/Properties/Roles'], template: policy('') },
    {
      name: 'the list is empty',
      at: ['Policy/Properties/Roles'],
      template: policy(`
            Roles: []`),
    },
  ],
  passes: [
    {
      name: 'the L2 asks for somebody',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        new iam.Policy(stack, 'NoIdentities', {
          roles: [orders],
          statements: [new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['iam:*'], resources: ['*'] })],
        });
      },
    },
    {
      name: 'a role has it',
      template: policy(`
            Roles: [orders]`),
    },
  ],
  unknown: [
    {
      name: 'the roles are a parameter',
      at: ['Policy/Properties/Roles'],
      template: `
        Parameters:
          Roles: { Type: CommaDelimitedList }
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: !Ref Roles
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - { Effect: Deny, Action: iam:*, Resource: '*' }
      `,
    },
  ],
});
