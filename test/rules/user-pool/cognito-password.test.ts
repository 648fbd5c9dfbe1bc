import rule from '../../../src/rules/user-pool/cognito-password';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
