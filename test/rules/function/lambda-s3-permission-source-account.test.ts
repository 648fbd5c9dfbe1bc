import rule from '../../../src/rules/function/lambda-s3-permission-source-account';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only the ARN of the bucket is given',
      at: ['Permission/Properties/SourceAccount'],
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::uploads
      `,
    },
  ],
  passes: [
    {
      name: 'the account is given too',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::uploads
            SourceAccount: !Ref AWS::AccountId
      `,
    },
    {
      name: 'the ARN of a rule holds the account',
      template: `
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: thumbnails
            Principal: events.amazonaws.com
            SourceArn: arn:aws:events:eu-west-1:111122223333:rule/nightly
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the service',
      at: ['Permission/Properties/Principal'],
      template: `
        Parameters:
          Service:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: thumbnails
              Principal: !Ref Service
              SourceArn: arn:aws:s3:::uploads
      `,
    },
  ],
});
