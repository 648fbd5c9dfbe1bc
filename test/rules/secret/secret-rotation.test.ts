import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

const scheduled = (when: string) => `
        Password: { Type: 'AWS::SecretsManager::Secret' }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Password
            RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
            RotationRules: { ${when} }
      `;

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
    {
      name: 'the L2 rotates it once a year',
      at: ['PasswordYearly/Properties/RotationRules/ScheduleExpression'],
      template: (stack) => {
        const rotationLambda = lambda.Function.fromFunctionName(stack, 'Rotate', 'rotate-password');
        const password = new secretsmanager.Secret(stack, 'Password');
        password.addRotationSchedule('Yearly', { rotationLambda, automaticallyAfter: Duration.days(365) });
      },
    },
    {
      name: 'it is rotated each first of January and of July',
      at: ['Rotation/Properties/RotationRules/ScheduleExpression'],
      template: scheduled("ScheduleExpression: 'cron(0 8 1 JAN,7 ? *)'"),
    },
    {
      name: 'the schedule says no time',
      at: ['Rotation/Properties/RotationRules'],
      template: scheduled('Duration: 2h'),
    },
    {
      name: 'the schedule names nobody who renews the value',
      at: ['Rotation/Properties/RotationLambdaARN'],
      template: `
        Password: { Type: 'AWS::SecretsManager::Secret' }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties: { SecretId: !Ref Password, RotationRules: { AutomaticallyAfterDays: 30 } }
      `,
    },
  ],
  passes: [
    {
      name: 'a function rotates it every 30 days',
      template: (stack) => {
        const rotationLambda = lambda.Function.fromFunctionName(stack, 'Rotate', 'rotate-password');
        const password = new SecureSecret(stack, 'Password');
        password.addRotationSchedule('Monthly', { rotationLambda, automaticallyAfter: Duration.days(30) });
      },
    },
    { name: 'it is rotated every ten hours', template: scheduled("ScheduleExpression: 'rate(10 hours)'") },
    { name: 'it is rotated each month', template: scheduled("ScheduleExpression: 'cron(0 8 ? * 2#1 *)'") },
    { name: 'it is rotated each quarter', template: scheduled("ScheduleExpression: 'cron(0 8 1 1/3 ? *)'") },
    { name: 'it is rotated in all months but one', template: scheduled("ScheduleExpression: 'cron(0 8 1 2-12 ? *)'") },
    {
      name: 'a partner renews what it holds',
      template: `
        Partner: { Type: 'AWS::SecretsManager::Secret', Properties: { Type: SalesforceClientSecret } }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Partner
            ExternalSecretRotationRoleArn: arn:aws:iam::111122223333:role/Rotate
            RotationRules: { AutomaticallyAfterDays: 30 }
      `,
    },
    {
      name: 'the schedule says the name of the secret',
      template: `
        Login:
          Type: AWS::SecretsManager::Secret
          Properties: { Name: login }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: login
            RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
            RotationRules: { AutomaticallyAfterDays: 30 }
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
      name: 'the schedule cannot be read',
      at: ['Rotation/Properties/RotationRules/ScheduleExpression'],
      template: scheduled("ScheduleExpression: 'cron(0 8 1 SOON ? *)'"),
    },
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
