import rule from '../../../src/rules/event-bus/evb-target-dlq';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the target has none',
      at: ['Placed/Properties/Targets/0/DeadLetterConfig/Arn'],
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
  ],
  passes: [
    {
      name: 'it has one',
      template: `
        Leftovers:
          Type: AWS::SQS::Queue
        Placed:
          Type: AWS::Events::Rule
          Properties:
            EventPattern: { source: [com.example.shop] }
            Targets:
              - Id: ship
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:ship
                DeadLetterConfig: { Arn: !GetAtt Leftovers.Arn }
      `,
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
