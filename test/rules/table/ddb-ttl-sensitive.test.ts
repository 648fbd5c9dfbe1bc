import rule from '../../../src/rules/table/ddb-ttl-sensitive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'sessions are never deleted',
      at: ['UserSessions/Properties/TimeToLiveSpecification/Enabled'],
      template: `
        UserSessions:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
      `,
    },
  ],
  passes: [
    {
      name: 'sessions are deleted',
      template: `
        UserSessions:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            TimeToLiveSpecification: { AttributeName: expires, Enabled: true }
      `,
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
