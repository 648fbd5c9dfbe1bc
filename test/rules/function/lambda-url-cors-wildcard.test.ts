import rule from '../../../src/rules/function/lambda-url-cors-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'every origin is allowed',
      at: ['Url/Properties/Cors/AllowOrigins/0'],
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: orders
            Cors:
              AllowOrigins: ['*']
      `,
    },
  ],
  passes: [
    {
      name: 'one origin is allowed',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: orders
            Cors:
              AllowOrigins: ['https://shop.example.com']
      `,
    },
    {
      name: 'there is no CORS',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says which',
      at: ['Url/Properties/Cors/AllowOrigins'],
      template: `
        Parameters:
          Origins:
            Type: CommaDelimitedList
        Resources:
          Url:
            Type: AWS::Lambda::Url
            Properties:
              AuthType: AWS_IAM
              TargetFunctionArn: orders
              Cors:
                AllowOrigins: !Ref Origins
      `,
    },
  ],
});
