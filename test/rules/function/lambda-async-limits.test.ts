import rule from '../../../src/rules/function/lambda-async-limits';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only a destination is said',
      at: ['Events/Properties/MaximumRetryAttempts', 'Events/Properties/MaximumEventAgeInSeconds'],
      template: `
        Events:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: orders
            Qualifier: $LATEST
            DestinationConfig:
              OnFailure: { Destination: arn:aws:sqs:eu-west-1:111122223333:failed }
      `,
    },
  ],
  passes: [
    {
      name: 'both are said, and no second try is a number too',
      template: `
        Events:
          Type: AWS::Lambda::EventInvokeConfig
          Properties:
            FunctionName: orders
            Qualifier: $LATEST
            MaximumRetryAttempts: 0
            MaximumEventAgeInSeconds: 3600
      `,
    },
  ],
  unknown: [
    {
      name: 'the age is a parameter',
      at: ['Events/Properties/MaximumEventAgeInSeconds'],
      template: `
        Parameters:
          Age: { Type: Number }
        Resources:
          Events:
            Type: AWS::Lambda::EventInvokeConfig
            Properties:
              FunctionName: orders
              Qualifier: $LATEST
              MaximumRetryAttempts: 1
              MaximumEventAgeInSeconds: !Ref Age
      `,
    },
  ],
});
