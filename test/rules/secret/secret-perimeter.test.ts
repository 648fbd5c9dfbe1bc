import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-perimeter';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the policy only lets somebody in',
      at: ['PasswordPolicy/Properties/ResourcePolicy'],
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
      name: 'the denial holds for AWS services only',
      at: ['Policy/Properties/ResourcePolicy'],
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*
                  Resource: '*'
                  Condition:
                    StringNotEquals: { aws:PrincipalAccount: !Ref AWS::AccountId }
                    BoolIfExists: { aws:PrincipalIsAWSService: 'true' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours denies everything to other accounts',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the bank') }),
    },
    {
      name: 'a denial keeps other accounts out',
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*
                  Resource: '*'
                  Condition: { StringNotEquals: { aws:PrincipalAccount: !Ref AWS::AccountId } }
      `,
    },
    {
      name: 'a denial keeps out who is not of the organization',
      template: `
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: password
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*
                  Resource: '*'
                  Condition: { StringNotEquals: { aws:PrincipalOrgID: o-a1b2c3d4e5 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      at: ['Policy/Properties/ResourcePolicy'],
      template: `
        Parameters:
          Document: { Type: String }
        Resources:
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties: { SecretId: password, ResourcePolicy: !Ref Document }
      `,
    },
  ],
});
