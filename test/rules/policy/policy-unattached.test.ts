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
