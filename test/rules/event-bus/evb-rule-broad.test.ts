import rule from '../../../src/rules/event-bus/evb-rule-broad';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only the account is asked for',
      at: ['Placed/Properties/EventPattern'],
      template: `
        Placed:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: { account: [!Ref AWS::AccountId] }
            Targets:
              - Id: ship
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
      `,
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
      name: 'the source is named',
      template: `
        Placed:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: { source: [com.example.shop] }
            Targets:
              - Id: ship
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
      `,
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
