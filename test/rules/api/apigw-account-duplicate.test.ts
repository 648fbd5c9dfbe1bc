import rule from '../../../src/rules/api/apigw-account-duplicate';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'two APIs of a stack each bring one',
      at: ['Second'],
      template: `
        First:
          Type: AWS::ApiGateway::Account
          Properties:
            CloudWatchRoleArn: arn:aws:iam::111122223333:role/first
        Second:
          Type: AWS::ApiGateway::Account
          Properties:
            CloudWatchRoleArn: arn:aws:iam::111122223333:role/second
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        First:
          Type: AWS::ApiGateway::Account
          Properties:
            CloudWatchRoleArn: arn:aws:iam::111122223333:role/first
      `,
    },
  ],
});
