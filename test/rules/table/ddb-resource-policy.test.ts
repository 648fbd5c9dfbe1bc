import rule from '../../../src/rules/table/ddb-resource-policy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody may read',
      at: ['Orders/Properties/ResourcePolicy/PolicyDocument/Statement/0/Principal'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            ResourcePolicy:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: '*' }
                    Action: dynamodb:GetItem
                    Resource: "*"
      `,
    },
    {
      name: 'another account may read',
      at: ['Orders/Properties/ResourcePolicy/PolicyDocument/Statement/0/Principal'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            ResourcePolicy:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: '111122223333' }
                    Action: dynamodb:GetItem
                    Resource: "*"
      `,
    },
    {
      name: 'everybody may read the stream',
      at: ['Orders/Properties/StreamSpecification/ResourcePolicy/PolicyDocument/Statement/0/Principal'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            StreamSpecification:
              StreamViewType: NEW_IMAGE
              ResourcePolicy:
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Principal: '*'
                      Action: dynamodb:GetRecords
                      Resource: "*"
      `,
    },
  ],
  passes: [
    {
      name: 'a role of the account may read',
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            ResourcePolicy:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/shop' }
                    Action: dynamodb:GetItem
                    Resource: "*"
      `,
    },
    {
      name: 'the organization may read',
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            ResourcePolicy:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: dynamodb:GetItem
                    Resource: "*"
                    Condition:
                      StringEquals: { aws:PrincipalOrgID: o-abcdefghij }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Orders/Properties/ResourcePolicy/PolicyDocument'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              ResourcePolicy: { PolicyDocument: !Ref Document }
      `,
    },
  ],
});
