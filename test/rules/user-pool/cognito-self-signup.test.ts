import rule from '../../../src/rules/user-pool/cognito-self-signup';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
      template: `
        Staff:
          Type: AWS::Cognito::UserPool
          Properties:
            AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }
      `,
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
