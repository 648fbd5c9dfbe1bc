import rule from '../../../src/rules/user-pool/cognito-client-enumeration';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the client says nothing',
      at: ['Web/Properties/PreventUserExistenceErrors'],
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3 }
      `,
    },
  ],
  passes: [
    {
      name: 'it answers alike',
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, PreventUserExistenceErrors: ENABLED }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Web/Properties/PreventUserExistenceErrors'],
      template: `
        Parameters:
          Errors: { Type: String }
        Resources:
          Web:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-west-1_a1b2c3, PreventUserExistenceErrors: !Ref Errors }
      `,
    },
  ],
});
