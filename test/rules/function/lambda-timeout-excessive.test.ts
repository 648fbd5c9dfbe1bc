import rule from '../../../src/rules/function/lambda-timeout-excessive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function may run for a quarter of an hour',
      at: ['Orders/Properties/Timeout'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 900
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
      `,
    },
  ],
  passes: [
    {
      name: 'no API waits for it',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 900
      `,
    },
    {
      name: 'it is as fast as the API',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 29
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: apigateway.amazonaws.com
            SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the timeout',
      template: `
        Parameters:
          Timeout:
            Type: Number
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Timeout: !Ref Timeout
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: !Ref Orders
              Principal: apigateway.amazonaws.com
              SourceArn: arn:aws:execute-api:eu-west-1:111122223333:abc/prod/POST/author
      `,
    },
  ],
});
