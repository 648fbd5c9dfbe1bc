import rule from '../../../src/rules/table/ddb-billing-mode';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/BillingMode'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
      `,
    },
  ],
  passes: [
    {
      name: 'it is paid by request',
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            BillingMode: PAY_PER_REQUEST
      `,
    },
  ],
  unknown: [
    {
      name: 'the mode is a parameter without a default',
      at: ['Orders/Properties/BillingMode'],
      template: `
        Parameters:
          Mode:
            Type: String
        Resources:
          Orders:
            Type: AWS::DynamoDB::Table
            Properties:
              KeySchema: [{ AttributeName: pk, KeyType: HASH }]
              BillingMode: !Ref Mode
      `,
    },
  ],
});
