import rule from '../../../src/rules/user-pool/cognito-mfa';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the pool says nothing',
      at: ['Users/Properties/MfaConfiguration'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
      `,
    },
    {
      name: 'it is off',
      at: ['Users/Properties/MfaConfiguration'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties: { MfaConfiguration: 'OFF' }
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties: { MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA] }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Users/Properties/MfaConfiguration'],
      template: `
        Parameters:
          Mfa: { Type: String }
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: { MfaConfiguration: !Ref Mfa }
      `,
    },
  ],
});
