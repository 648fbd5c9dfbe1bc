import rule from '../../../src/rules/secret/secret-policy-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody may read it',
      at: ['Access/Properties/ResourcePolicy/Statement/0/Principal'],
      template: `
        Access:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: shop
            ResourcePolicy: 
              Statement:
                - Effect: Allow
                  Principal: { AWS: '*' }
                  Action: secretsmanager:GetSecretValue
                  Resource: "*"
      `,
    },
  ],
  passes: [
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
    {
      name: 'the organization may read it',
      template: `
        Access:
          Type: AWS::SecretsManager::ResourcePolicy
          Properties:
            SecretId: shop
            ResourcePolicy: 
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: secretsmanager:GetSecretValue
                  Resource: "*"
                  Condition:
                    StringEquals: { aws:PrincipalOrgID: o-abcdefghij }
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
