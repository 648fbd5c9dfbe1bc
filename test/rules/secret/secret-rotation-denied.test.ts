import { Duration } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-rotation-denied';
import { ruleExamples } from '../rule-examples';

const fn = {
  code: lambda.Code.fromInline('exports.handler = async () => {}'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};

const hosted = (properties: string) => `
        Key: { Type: 'AWS::KMS::Key' }
        Password:
          Type: AWS::SecretsManager::Secret
          Properties: { KmsKeyId: !GetAtt Key.Arn }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Password
            RotationRules: { AutomaticallyAfterDays: 30 }
            HostedRotationLambda: { ${properties} }
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 names a function that nobody allowed anything',
      at: ['Rotation/Properties/RotationLambdaARN'],
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        new secretsmanager.CfnRotationSchedule(stack, 'Rotation', {
          secretId: password.secretArn,
          rotationLambdaArn: new lambda.Function(stack, 'Rotate', fn).functionArn,
          rotationRules: { automaticallyAfterDays: 30 },
        });
      },
    },
    {
      name: 'the function that AWS hosts is not told with which key the secret is encrypted',
      at: ['Rotation/Properties/HostedRotationLambda/KmsKeyArn'],
      template: hosted('RotationType: MySQLSingleUser'),
    },
    {
      name: 'nobody is there who could change the password of the other user',
      at: ['Rotation/Properties/HostedRotationLambda/SuperuserSecretArn'],
      template: hosted('RotationType: MySQLMultiUser, KmsKeyArn: !GetAtt Key.Arn'),
    },
  ],
  passes: [
    {
      name: 'the schedule of the L2 allows it all',
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const password = new secretsmanager.Secret(stack, 'Password', { encryptionKey });
        const rotationLambda = new lambda.Function(stack, 'Rotate', fn);
        password.addRotationSchedule('Monthly', { rotationLambda, automaticallyAfter: Duration.days(30) });
      },
    },
    {
      name: 'the function that AWS hosts knows the key',
      template: hosted('RotationType: MySQLSingleUser, KmsKeyArn: !GetAtt Key.Arn'),
    },
    {
      name: 'another user changes the password',
      template: hosted('RotationType: MySQLMultiUser, KmsKeyArn: !GetAtt Key.Arn, MasterSecretArn: !Ref Password'),
    },
    {
      name: 'the function is not part of the app',
      template: `
        Password: { Type: 'AWS::SecretsManager::Secret' }
        Rotation:
          Type: AWS::SecretsManager::RotationSchedule
          Properties:
            SecretId: !Ref Password
            RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
            RotationRules: { AutomaticallyAfterDays: 30 }
      `,
    },
  ],
  unknown: [
    {
      name: 'who changes the password is a parameter',
      at: ['Rotation/Properties/HostedRotationLambda/SuperuserSecretArn'],
      template: `
        Parameters:
          Superuser: { Type: String }
        Resources:
          Password: { Type: 'AWS::SecretsManager::Secret' }
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Password
              RotationRules: { AutomaticallyAfterDays: 30 }
              HostedRotationLambda: { RotationType: MySQLMultiUser, SuperuserSecretArn: !Ref Superuser }
      `,
    },
  ],
});
