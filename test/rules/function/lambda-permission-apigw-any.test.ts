import rule from '../../../src/rules/function/lambda-permission-apigw-any';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the whole API may invoke the function',
      at: ['Permission/Properties/SourceArn'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: apigateway.amazonaws.com
            SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/*
      `,
    },
  ],
  passes: [
    {
      name: 'one method may',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: orders
            Principal: apigateway.amazonaws.com
            SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/prod/POST/author
      `,
    },
  ],
});
