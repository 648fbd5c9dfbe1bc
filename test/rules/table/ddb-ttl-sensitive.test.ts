import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/table/ddb-ttl-sensitive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 never deletes sessions',
      at: ['Sessions/Properties/TimeToLiveSpecification/Enabled'],
      template: (stack) =>
        new dynamodb.Table(stack, 'Sessions', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }),
    },
  ],
  passes: [
    {
      name: 'sessions are deleted when they are over',
      template: (stack) =>
        new dynamodb.Table(stack, 'Sessions', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          timeToLiveAttribute: 'expiresAt',
        }),
    },
    {
      name: 'it is about orders',
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a parameter without a default decides',
      at: ['UserSessions/Properties/TimeToLiveSpecification/Enabled'],
      template: `
        Parameters:
          Expire:
            Type: String
        Resources:
          UserSessions:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              TimeToLiveSpecification: { AttributeName: expires, Enabled: !Ref Expire }
      `,
    },
  ],
});
