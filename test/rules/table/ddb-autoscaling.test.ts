import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import rule from '../../../src/rules/table/ddb-autoscaling';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Orders/Properties/BillingMode'],
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        }),
    },
    {
      name: 'only reading scales',
      at: ['Orders/Properties/BillingMode'],
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
        Scaling:
          Type: AWS::ApplicationAutoScaling::ScalableTarget
          Properties:
            ServiceNamespace: dynamodb
            ScalableDimension: dynamodb:table:ReadCapacityUnits
            ResourceId: !Sub 'table/\${Orders}'
            MinCapacity: 1
            MaxCapacity: 10
      `,
    },
  ],
  passes: [
    {
      name: 'it is paid by request',
      template: (stack) =>
        new dynamodb.Table(stack, 'Orders', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
        }),
    },
    {
      name: 'scalable targets name it',
      template: `
        Orders:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
        Reading:
          Type: AWS::ApplicationAutoScaling::ScalableTarget
          Properties:
            ServiceNamespace: dynamodb
            ScalableDimension: dynamodb:table:ReadCapacityUnits
            ResourceId: !Sub 'table/\${Orders}'
            MinCapacity: 1
            MaxCapacity: 10
        Writing:
          Type: AWS::ApplicationAutoScaling::ScalableTarget
          Properties:
            ServiceNamespace: dynamodb
            ScalableDimension: dynamodb:table:WriteCapacityUnits
            ResourceId: !Sub 'table/\${Orders}'
            MinCapacity: 1
            MaxCapacity: 10
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
