import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-mfa';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Users/Properties/MfaConfiguration'],
      template: (stack) => new cognito.UserPool(stack, 'Users'),
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
      template: (stack) =>
        new cognito.UserPool(stack, 'Users', {
          mfa: cognito.Mfa.REQUIRED,
          mfaSecondFactor: { sms: false, otp: true },
        }),
    },
    {
      name: 'YAML reads ON without quotes as true',
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties:
            MfaConfiguration: ON
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
