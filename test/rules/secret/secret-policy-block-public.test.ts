import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-policy-block-public';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 does not ask for the check',
      at: ['PasswordPolicy/Properties/BlockPublicPolicy'],
      template: (stack) => {
        const reader = new iam.ArnPrincipal('arn:aws:iam::444455556666:role/Reader');
        new secretsmanager.Secret(stack, 'Password').addToResourcePolicy(
          new iam.PolicyStatement({
            actions: ['secretsmanager:GetSecretValue'],
            principals: [reader],
            resources: ['*'],
          }),
        );
      },
    },
    {
      name: 'it is turned off',
      at: ['Policy/Properties/BlockPublicPolicy'],
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
            BlockPublicPolicy: false
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::444455556666:role/Reader }
                  Action: secretsmanager:GetSecretValue
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'ours asks for it',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the bank') }),
    },
    {
      name: 'it is asked for',
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
            BlockPublicPolicy: true
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::444455556666:role/Reader }
                  Action: secretsmanager:GetSecretValue
                  Resource: '*'
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Policy/Properties/BlockPublicPolicy'],
      template: `
        Parameters:
          Block: { Type: String }
        Resources:
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties: { SecretId: password, BlockPublicPolicy: !Ref Block, ResourcePolicy: { Statement: [] } }
      `,
    },
  ],
});
