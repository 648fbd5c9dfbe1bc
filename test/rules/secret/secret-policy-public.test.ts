import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-policy-public';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the policy of the L2 lets everybody read it',
      at: ['PasswordPolicy/Properties/ResourcePolicy/Statement/0/Principal'],
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        password.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['secretsmanager:GetSecretValue'],
            resources: ['*'],
          }),
        );
      },
    },
    {
      name: 'everybody but one account is named',
      at: ['Policy/Properties/ResourcePolicy/Statement/0/NotPrincipal'],
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: orders
            ResourcePolicy:
              Statement:
                - Effect: Allow
                  NotPrincipal: { AWS: '111122223333' }
                  Action: secretsmanager:GetSecretValue
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'one role is named, and everybody else denied',
      template: (stack) => {
        const reader = iam.Role.fromRoleArn(stack, 'Reader', 'arn:aws:iam::111122223333:role/reader');
        new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the partner') }).addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [reader],
            actions: ['secretsmanager:GetSecretValue'],
            resources: ['*'],
          }),
        );
      },
    },
    {
      name: 'the organization may read it',
      template: (stack) => {
        const password = new secretsmanager.Secret(stack, 'Password');
        password.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.OrganizationPrincipal('o-1234567890')],
            actions: ['secretsmanager:GetSecretValue'],
            resources: ['*'],
          }),
        );
      },
    },
    {
      name: 'one role may read it',
      template: `
        Access:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: shop
            ResourcePolicy: 
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/shop }
                  Action: secretsmanager:GetSecretValue
                  Resource: "*"
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Access/Properties/ResourcePolicy'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Access:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties:
              SecretId: shop
              ResourcePolicy: !Ref Document
      `,
    },
  ],
});
