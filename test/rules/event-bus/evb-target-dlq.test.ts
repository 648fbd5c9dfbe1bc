import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/event-bus/evb-target-dlq';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the target of the L2 has none',
      at: ['Placed/Properties/Targets/0/DeadLetterConfig/Arn'],
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        new events.Rule(stack, 'Placed', {
          eventPattern: { source: ['shop.orders'], detailType: ['OrderPlaced'] },
          targets: [new targets.LambdaFunction(handler)],
        });
      },
    },
  ],
  passes: [
    {
      name: 'it has one',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const deadLetterQueue = new sqs.Queue(stack, 'Undelivered', { enforceSSL: true });
        new events.Rule(stack, 'Placed', {
          eventPattern: { source: ['shop.orders'], detailType: ['OrderPlaced'] },
          targets: [new targets.LambdaFunction(handler, { deadLetterQueue })],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the queue is a parameter without a default',
      at: ['Placed/Properties/Targets/0/DeadLetterConfig/Arn'],
      template: `
        Parameters:
          Queue:
            Type: String
        Resources:
          Placed:
            Type: AWS::Events::Rule
            Properties:
              EventPattern: { source: [com.example.shop] }
              Targets:
                - Id: ship
                  Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
                  DeadLetterConfig: { Arn: !Ref Queue }
      `,
    },
  ],
});
