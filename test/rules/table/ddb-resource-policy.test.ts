import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/table/ddb-resource-policy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the policy of the L2 lets everybody read',
      at: ['Orders/Properties/ResourcePolicy/PolicyDocument/Statement/0/Principal'],
      template: (stack) => {
        const statement = new iam.PolicyStatement({
          principals: [new iam.AnyPrincipal()],
          actions: ['dynamodb:GetItem'],
          resources: ['*'],
        });
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          resourcePolicy: new iam.PolicyDocument({ statements: [statement] }),
        });
      },
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
    {
      name: 'everybody but one account is named',
      at: ['Orders/Properties/ResourcePolicy/PolicyDocument/Statement/0/NotPrincipal'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            ResourcePolicy:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    NotPrincipal: { AWS: '111122223333' }
                    Action: dynamodb:GetItem
                    Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'the organization may read',
      template: (stack) => {
        const statement = new iam.PolicyStatement({
          principals: [new iam.OrganizationPrincipal('o-1234567890')],
          actions: ['dynamodb:GetItem'],
          resources: ['*'],
        });
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          resourcePolicy: new iam.PolicyDocument({ statements: [statement] }),
        });
      },
    },
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
