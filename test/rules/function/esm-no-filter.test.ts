import rule from '../../../src/rules/function/esm-no-filter';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'every message reaches the function',
      at: ['Mapping/Properties/FilterCriteria/Filters'],
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: orders
      `,
    },
  ],
  passes: [
    {
      name: 'orders do',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: orders
            FilterCriteria:
              Filters:
                - Pattern: '{"body":{"kind":["order"]}}'
      `,
    },
  ],
});
