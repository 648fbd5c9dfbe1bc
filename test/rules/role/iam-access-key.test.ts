import rule from '../../../src/rules/role/iam-access-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it is made',
      template: `
        Key:
          Type: AWS::IAM::AccessKey
          Properties:
            UserName: pipeline
      `,
    },
  ],
  passes: [
    {
      name: 'it is inactive',
      template: `
        Key:
          Type: AWS::IAM::AccessKey
          Properties:
            UserName: pipeline
            Status: Inactive
      `,
    },
    {
      name: 'a role takes its place',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
      `,
    },
  ],
  unknown: [
    {
      name: 'whether it works is a parameter without a default',
      template: `
        Parameters:
          Status:
            Type: String
        Resources:
          Key:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: pipeline
              Status: !Ref Status
      `,
    },
  ],
});
