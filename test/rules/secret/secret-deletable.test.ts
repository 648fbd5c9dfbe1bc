import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-deletable';
import { ruleExamples } from '../rule-examples';

const rotated = (beside: string) => `
          Password: { Type: 'AWS::SecretsManager::Secret' }
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Password
              RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
              RotationRules: { AutomaticallyAfterDays: 30 }
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: !Ref Password
              ResourcePolicy: ${beside}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 has it rotated, and nothing denies its deletion',
      at: ['Password'],
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        new secretsmanager.CfnRotationSchedule(stack, 'Rotation', {
          secretId: password.secretArn,
          rotationLambdaArn: lambda.Function.fromFunctionName(stack, 'Rotate', 'rotate-password').functionArn,
          rotationRules: { automaticallyAfterDays: 30 },
        });
      },
    },
  ],
  passes: [
    {
      name: 'the schedule of the L2 denies it',
      template: (stack) => {
        const rotationLambda = lambda.Function.fromFunctionName(stack, 'Rotate', 'rotate-password');
        new secretsmanager.Secret(stack, 'Password').addRotationSchedule('Monthly', { rotationLambda });
      },
    },
    {
      name: 'the policy denies it to everybody',
      template: rotated(`
                Version: '2012-10-17'
                Statement: { Effect: Deny, Principal: '*', Action: 'secretsmanager:DeleteSecret', Resource: '*' }`),
    },
    { name: 'it is not rotated', template: "Password: { Type: 'AWS::SecretsManager::Secret' }" },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      at: ['Password'],
      template: `
        Parameters:
          Document: { Type: String }
        Resources:${rotated('!Ref Document')}`,
    },
  ],
});
