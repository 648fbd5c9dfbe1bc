import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/event-bus/evb-rule-broad';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only the account is asked for',
      at: ['Placed/Properties/EventPattern'],
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        new events.Rule(stack, 'Placed', {
          eventPattern: { account: [stack.account] },
          targets: [new targets.LambdaFunction(handler)],
        });
      },
    },
    {
      name: 'every source begins with nothing',
      at: ['Placed/Properties/EventPattern'],
      template: `
        Placed:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: { source: [{ prefix: '' }] }
            Targets:
              - Id: ship
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
      `,
    },
  ],
  passes: [
    {
      name: 'source and kind are named',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        new events.Rule(stack, 'Placed', {
          eventPattern: { source: ['shop.orders'], detailType: ['OrderPlaced'] },
          targets: [new targets.LambdaFunction(handler)],
        });
      },
    },
    {
      name: 'the bus is one of the application',
      template: `
        Placed:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: { account: [!Ref AWS::AccountId] }
            Targets:
              - Id: ship
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
            EventBusName: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'the pattern is a parameter without a default',
      at: ['Placed/Properties/EventPattern'],
      template: `
        Parameters:
          Pattern:
            Type: String
        Resources:
          Placed:
            Type: AWS::Events::Rule
            Properties:
              EventPattern: !Ref Pattern
              Targets:
                - Id: ship
                  Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
      `,
    },
  ],
});
