import rule from '../../../src/rules/function/lambda-permission-multi-principal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a topic and a rule invoke the function',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        ByTopic:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
        ByRule:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: events.amazonaws.com
      `,
    },
  ],
  passes: [
    {
      name: 'two topics do',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        ByTopic:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
        ByOtherTopic:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
      `,
    },
  ],
});
