import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-self-signup';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets everybody sign up',
      at: ['Staff/Properties/AdminCreateUserConfig/AllowAdminCreateUserOnly'],
      template: (stack) => new cognito.UserPool(stack, 'Staff', { selfSignUpEnabled: true }),
    },
    {
      name: 'the pool says nothing',
      at: ['Staff/Properties/AdminCreateUserConfig/AllowAdminCreateUserOnly'],
      template: `
        Staff:
          Type: AWS::Cognito::UserPool
      `,
    },
  ],
  passes: [
    {
      name: 'administrators create users',
      template: (stack) => new cognito.UserPool(stack, 'Staff', { selfSignUpEnabled: false }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Staff/Properties/AdminCreateUserConfig/AllowAdminCreateUserOnly'],
      template: `
        Parameters:
          Closed: { Type: String }
        Resources:
          Staff:
            Type: AWS::Cognito::UserPool
            Properties:
              AdminCreateUserConfig: { AllowAdminCreateUserOnly: !Ref Closed }
      `,
    },
  ],
});
