import { SecretValue } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/iam-user-password';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has it in its code',
      template: (stack) =>
        new iam.User(stack, 'Alice', {
          password: SecretValue.unsafePlainText('correct-horse-battery'),
          passwordResetRequired: true,
        }),
    },
    {
      name: 'it is written down',
      at: ['User/Properties/LoginProfile/Password'],
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
            LoginProfile:
              Password: correct-horse-battery
              PasswordResetRequired: true
      `,
    },
    {
      name: 'it is the default of a parameter',
      at: ['User/Properties/LoginProfile/Password'],
      template: `
        Parameters:
          First:
            Type: String
            NoEcho: true
            Default: correct-horse-battery
        Resources:
          User:
            Type: AWS::IAM::User
            Properties:
              Groups: [readers]
              LoginProfile:
                Password: !Ref First
                PasswordResetRequired: true
      `,
    },
    {
      name: 'it need not be changed',
      at: ['User/Properties/LoginProfile/PasswordResetRequired'],
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
            LoginProfile:
              Password: '{{resolve:secretsmanager:first-password}}'
              PasswordResetRequired: false
      `,
    },
    {
      name: 'there is a profile without any',
      at: ['User/Properties/LoginProfile/Password'],
      template: `
        User:
          Type: AWS::IAM::User
          Properties: { Groups: [readers], LoginProfile: { PasswordResetRequired: true } }
      `,
    },
    {
      name: 'CloudFormation shows the parameter',
      at: ['User/Properties/LoginProfile/Password'],
      template: `
        Parameters:
          First: { Type: String }
        Resources:
          User:
            Type: AWS::IAM::User
            Properties: { Groups: [readers], LoginProfile: { Password: !Ref First, PasswordResetRequired: true } }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 has it from Secrets Manager',
      template: (stack) =>
        new iam.User(stack, 'Alice', {
          password: SecretValue.secretsManager('first-password'),
          passwordResetRequired: true,
        }),
    },
    {
      name: 'it comes from Secrets Manager',
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
            LoginProfile:
              Password: '{{resolve:secretsmanager:first-password}}'
              PasswordResetRequired: true
      `,
    },
    {
      name: 'it is a parameter without a default',
      template: `
        Parameters:
          First:
            Type: String
            NoEcho: true
        Resources:
          User:
            Type: AWS::IAM::User
            Properties:
              Groups: [readers]
              LoginProfile:
                Password: !Ref First
                PasswordResetRequired: true
      `,
    },
    {
      name: 'there is none',
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
      `,
    },
  ],
  unknown: [
    {
      name: 'whether it must be changed is a parameter without a default',
      at: ['User/Properties/LoginProfile/PasswordResetRequired'],
      template: `
        Parameters:
          Reset:
            Type: String
        Resources:
          User:
            Type: AWS::IAM::User
            Properties:
              Groups: [readers]
              LoginProfile:
                Password: '{{resolve:secretsmanager:first-password}}'
                PasswordResetRequired: !Ref Reset
      `,
    },
  ],
});
