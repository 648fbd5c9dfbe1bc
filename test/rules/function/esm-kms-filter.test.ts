import rule from '../../../src/rules/function/esm-kms-filter';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is a filter and no key',
      at: ['Mapping/Properties/KmsKeyArn'],
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
  passes: [
    {
      name: 'there is no filter',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the key',
      template: `
        Parameters:
          KeyArn:
            Type: String
        Resources:
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
              FunctionName: orders
              KmsKeyArn: !Ref KeyArn
              FilterCriteria:
                Filters:
                  - Pattern: '{"body":{"kind":["order"]}}'
      `,
    },
  ],
});
