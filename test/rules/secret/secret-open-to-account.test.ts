import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import rule from '../../../src/rules/secret/secret-open-to-account';
import { Rotation } from '../../../src/secret/rotation';
import { SecureSecret } from '../../../src/secret/secure-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no policy',
      at: ['Password'],
      template: (stack) => new secretsmanager.Secret(stack, 'Password'),
    },
    {
      name: 'the denial leaves out every role of the account',
      at: ['Password'],
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
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*Secret*
                  Resource: '*'
                  Condition: { ArnNotLike: { aws:PrincipalArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/*' } }
      `,
    },
    {
      name: 'who is not named cannot read the value and can put another in',
      at: ['Password'],
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
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:GetSecretValue
                  Resource: '*'
                  Condition: { ArnNotLike: { aws:PrincipalArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/Reader' } }
      `,
    },
  ],
  passes: [
    {
      name: 'ours denies the value to whoever is not named',
      template: (stack) => new SecureSecret(stack, 'Password', { rotation: Rotation.none('issued by the bank') }),
    },
    {
      name: 'one role is left out of the denial',
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
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*Secret*
                  Resource: '*'
                  Condition: { ArnNotLike: { aws:PrincipalArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/Reader' } }
      `,
    },
    {
      name: 'the policy names the attachment to the database',
      template: `
        Password:
          Type: AWS::SecretsManager::Secret
        Attachment:
          Type: AWS::SecretsManager::SecretTargetAttachment
          Properties: { SecretId: !Ref Password, TargetId: shop, TargetType: 'AWS::RDS::DBInstance' }
        Policy:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: !Ref Attachment
            ResourcePolicy:
              Version: '2012-10-17'
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: secretsmanager:*Secret*
                  Resource: '*'
                  Condition: { ArnNotLike: { aws:PrincipalArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/Reader' } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      at: ['Password'],
      template: `
        Parameters:
          Document: { Type: String }
        Resources:
          Password: { Type: 'AWS::SecretsManager::Secret' }
          Policy:
            Type: AWS::SecretsManager::ResourcePolicy
            Properties: { SecretId: !Ref Password, ResourcePolicy: !Ref Document }
      `,
    },
  ],
});
