import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/table/ddb-billing-mode';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L1 says nothing',
      at: ['Orders/Properties/BillingMode'],
      template: (stack) =>
        new dynamodb.CfnTable(stack, 'Orders', {
          keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
          attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
          provisionedThroughput: { readCapacityUnits: 5, writeCapacityUnits: 5 },
        }),
    },
  ],
  passes: [
    {
      name: 'the L2 is told',
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
        }),
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
