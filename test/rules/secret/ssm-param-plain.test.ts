import rule from '../../../src/rules/secret/ssm-param-plain';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a password is written out',
      at: ['Setting/Properties/Value'],
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/db-password
            Value: correct-horse
      `,
    },
    {
      name: 'a password comes from a parameter',
      at: ['Setting/Properties/Value'],
      template: `
        Parameters:
          Password:
            Type: String
            NoEcho: true
        Resources:
          Setting:
            Type: AWS::SSM::Parameter
            Properties:
              Type: String
              Name: /shop/db-password
              Value: !Ref Password
      `,
    },
    {
      name: 'a secret is read out of the vault into it',
      at: ['Setting/Properties/Value'],
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/db-password
            Value: '{{resolve:secretsmanager:shop:SecretString:password}}'
      `,
    },
  ],
  passes: [
    {
      name: 'it says where the password is',
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/db-password-arn
            Value: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop
      `,
    },
    {
      name: 'it refers to the secret',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/db-password
            Value: !Ref Password
      `,
    },
    {
      name: 'it is a limit',
      template: `
        Setting:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Name: /shop/password-length
            Value: '12'
      `,
    },
  ],
});
