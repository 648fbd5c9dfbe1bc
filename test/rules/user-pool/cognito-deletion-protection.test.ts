import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-deletion-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Users/Properties/DeletionProtection'],
      template: (stack) => new cognito.UserPool(stack, 'Users'),
    },
  ],
  passes: [
    { name: 'it is active', template: (stack) => new cognito.UserPool(stack, 'Users', { deletionProtection: true }) },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Users/Properties/DeletionProtection'],
      template: `
        Parameters:
          Protection: { Type: String }
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: { DeletionProtection: !Ref Protection }
      `,
    },
  ],
});
