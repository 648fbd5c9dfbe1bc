import * as identitypool from 'aws-cdk-lib/aws-cognito-identitypool';
import rule from '../../../src/rules/user-pool/cognito-unauth-identities';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'guests are let in',
      at: ['Shoppers/Properties/AllowUnauthenticatedIdentities'],
      template: (stack) => new identitypool.IdentityPool(stack, 'Shoppers', { allowUnauthenticatedIdentities: true }),
    },
  ],
  passes: [
    {
      name: 'members alone are',
      template: (stack) => new identitypool.IdentityPool(stack, 'Shoppers', { allowUnauthenticatedIdentities: false }),
    },
    {
      name: 'they are not',
      template: `
        Members:
          Type: AWS::Cognito::IdentityPool
          Properties: { AllowUnauthenticatedIdentities: false }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Guests/Properties/AllowUnauthenticatedIdentities'],
      template: `
        Parameters:
          LetGuestsIn: { Type: String }
        Resources:
          Guests:
            Type: AWS::Cognito::IdentityPool
            Properties: { AllowUnauthenticatedIdentities: !Ref LetGuestsIn }
      `,
    },
  ],
});
