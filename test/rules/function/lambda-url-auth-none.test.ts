import rule from '../../../src/rules/function/lambda-url-auth-none';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the URL takes calls without a signature',
      at: ['Url/Properties/AuthType'],
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: NONE
            TargetFunctionArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders
      `,
    },
  ],
  passes: [
    {
      name: 'the URL takes signed calls only',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says which',
      template: `
        Parameters:
          AuthType:
            Type: String
        Resources:
          Url:
            Type: AWS::Lambda::Url
            Properties:
              AuthType: !Ref AuthType
              TargetFunctionArn: !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders
      `,
    },
  ],
});
