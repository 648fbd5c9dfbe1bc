import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-rotation';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no schedule',
      at: ['Password'],
      template: (stack) => new secretsmanager.Secret(stack, 'Password'),
    },
    {
      name: 'it is rotated once a year',
      at: ['Rotation/Properties/RotationRules/AutomaticallyAfterDays'],
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Password
            RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
            RotationRules: { AutomaticallyAfterDays: 365 }
      `,
    },
  ],
  passes: [
    {
      name: 'a function rotates it every 30 days',
      template: (stack) => {
        const rotationLambda = lambda.Function.fromFunctionName(stack, 'Rotate', 'rotate-password');
        const password = new secretsmanager.Secret(stack, 'Password');
        password.addRotationSchedule('Monthly', { rotationLambda, automaticallyAfter: Duration.days(30) });
      },
    },
    {
      name: 'the schedule says the name of the secret',
      template: `
        Login:
          Type: AWS::SecretsManager::Secret
          Properties: { Name: login }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties: { SecretId: login, RotationRules: { AutomaticallyAfterDays: 30 } }
      `,
    },
    {
      name: 'it is rotated every 30 days',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Password
            RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
            RotationRules: { AutomaticallyAfterDays: 30 }
      `,
    },
    {
      name: 'the schedule names the attachment to the database',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
        Attachment:
          Type: AWS::SecretsManager::SecretTargetAttachment
          Properties:
            SecretId: !Ref Password
            TargetId: shop
            TargetType: AWS::RDS::DBInstance
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Attachment
            RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
            RotationRules: { AutomaticallyAfterDays: 30 }
      `,
    },
  ],
  unknown: [
    {
      name: 'the days are a parameter without a default',
      at: ['Rotation/Properties/RotationRules/AutomaticallyAfterDays'],
      template: `
        Parameters:
          Days:
            Type: Number
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Password
              RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
              RotationRules: { AutomaticallyAfterDays: !Ref Days }
      `,
    },
  ],
});
