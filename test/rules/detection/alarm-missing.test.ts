import rule from '../../../src/rules/detection/alarm-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no alarm',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Orders:
          Type: AWS::Lambda::Function
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/Lambda
            MetricName: Errors
            Dimensions: [{ Name: FunctionName, Value: !Ref Orders }]
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
      `,
    },
  ],
});
