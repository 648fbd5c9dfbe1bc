import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-password';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says the length only',
      at: [
        'Users/Properties/Policies/PasswordPolicy/RequireLowercase',
        'Users/Properties/Policies/PasswordPolicy/RequireUppercase',
        'Users/Properties/Policies/PasswordPolicy/RequireNumbers',
        'Users/Properties/Policies/PasswordPolicy/RequireSymbols',
      ],
      template: (stack) => new cognito.UserPool(stack, 'Users', { passwordPolicy: { minLength: 12 } }),
    },
    {
      name: 'six characters are enough',
      at: ['Users/Properties/Policies/PasswordPolicy/MinimumLength'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties:
            Policies:
              PasswordPolicy:
                MinimumLength: 6
                RequireLowercase: true
                RequireUppercase: true
                RequireNumbers: true
                RequireSymbols: true
      `,
    },
    {
      name: 'the policy says the length only',
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties:
            Policies:
              PasswordPolicy: { MinimumLength: 12 }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 asks for all classes',
      template: (stack) =>
        new cognito.UserPool(stack, 'Users', {
          passwordPolicy: {
            minLength: 12,
            requireLowercase: true,
            requireUppercase: true,
            requireDigits: true,
            requireSymbols: true,
          },
        }),
    },
    {
      name: "there is no policy, so that Cognito's own holds",
      template: `
        Users:
          Type: AWS::Cognito::UserPool
      `,
    },
    {
      name: 'twelve characters of all classes',
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties:
            Policies:
              PasswordPolicy:
                MinimumLength: 12
                RequireLowercase: true
                RequireUppercase: true
                RequireNumbers: true
                RequireSymbols: true
      `,
    },
  ],
  unknown: [
    {
      name: 'the length is a parameter',
      at: ['Users/Properties/Policies/PasswordPolicy/MinimumLength'],
      template: `
        Parameters:
          Length: { Type: Number }
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              Policies:
                PasswordPolicy:
                  MinimumLength: !Ref Length
                  RequireLowercase: true
                  RequireUppercase: true
                  RequireNumbers: true
                  RequireSymbols: true
      `,
    },
  ],
});
