import * as identitypool from 'aws-cdk-lib/aws-cognito-identitypool';
import rule from '../../../src/rules/user-pool/cognito-identity-classic-flow';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the classic flow is on',
      at: ['Members/Properties/AllowClassicFlow'],
      template: (stack) => new identitypool.IdentityPool(stack, 'Members', { allowClassicFlow: true }),
    },
    {
      name: 'who fits no rule gets the default role',
      at: ['Roles/Properties/RoleMappings/users/AmbiguousRoleResolution'],
      template: `
        Roles:
          Type: AWS::Cognito::IdentityPoolRoleAttachment
          Properties:
            IdentityPoolId: eu-west-1:a1b2c3
            RoleMappings:
              users: { Type: Token, AmbiguousRoleResolution: AuthenticatedRole }
      `,
    },
  ],
  passes: [
    { name: 'the L2 leaves it off', template: (stack) => new identitypool.IdentityPool(stack, 'Members') },
    {
      name: 'the pool says nothing',
      template: `
        Members:
          Type: AWS::Cognito::IdentityPool
          Properties: { AllowUnauthenticatedIdentities: false }
      `,
    },
    {
      name: 'who fits no rule gets nothing',
      template: `
        Roles:
          Type: AWS::Cognito::IdentityPoolRoleAttachment
          Properties:
            IdentityPoolId: eu-west-1:a1b2c3
            RoleMappings:
              users: { Type: Token, AmbiguousRoleResolution: Deny }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Members/Properties/AllowClassicFlow'],
      template: `
        Parameters:
          Classic: { Type: String }
        Resources:
          Members:
            Type: AWS::Cognito::IdentityPool
            Properties: { AllowUnauthenticatedIdentities: false, AllowClassicFlow: !Ref Classic }
      `,
    },
  ],
});
