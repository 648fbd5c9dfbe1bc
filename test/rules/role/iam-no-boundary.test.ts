import rule from '../../../src/rules/role/iam-no-boundary';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'another role has one',
      at: ['Role/Properties/PermissionsBoundary'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
        Other:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            PermissionsBoundary: arn:aws:iam::111122223333:policy/boundary
      `,
    },
  ],
  passes: [
    {
      name: 'every role has one',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            PermissionsBoundary: arn:aws:iam::111122223333:policy/boundary
      `,
    },
    {
      name: 'no role has one',
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
      name: 'it is a parameter without a default',
      template: `
        Parameters:
          Boundary:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
              PermissionsBoundary: !Ref Boundary
      `,
    },
  ],
});
