import { RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-policy-retain';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 retains the secret alone',
      at: ['PasswordPolicy/DeletionPolicy', 'PasswordPolicy/UpdateReplacePolicy'],
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password', { removalPolicy: RemovalPolicy.RETAIN });
        password.addToResourcePolicy(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            actions: ['secretsmanager:GetSecretValue'],
            principals: [new iam.AnyPrincipal()],
            resources: ['*'],
            conditions: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${stack.account}:role/Reader` } },
          }),
        );
      },
    },
  ],
  passes: [
    {
      name: 'ours retains both',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the bank') }),
    },
    {
      name: 'both are deleted',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: !Ref Password
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::444455556666:role/Reader }
                  Action: secretsmanager:GetSecretValue
                  Resource: '*'
      `,
    },
    {
      name: 'the secret is not part of the app',
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
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
});
