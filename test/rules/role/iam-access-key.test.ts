import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/iam-access-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2s make a user for a pipeline',
      template: (stack) => {
        const pipeline = new iam.User(stack, 'Pipeline');
        new iam.AccessKey(stack, 'Key', { user: pipeline });
      },
    },
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
      name: 'the pipeline has a role',
      template: (stack) =>
        new iam.Role(stack, 'Pipeline', { assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com') }),
    },
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
