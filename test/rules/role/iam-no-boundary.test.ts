import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/iam-no-boundary';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the second L2 was forgotten',
      template: (stack) => {
        const boundary = iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary');
        const assumedBy = new iam.ServicePrincipal('lambda.amazonaws.com');
        new iam.Role(stack, 'Orders', { assumedBy, permissionsBoundary: boundary });
        new iam.Role(stack, 'Refunds', { assumedBy });
      },
    },
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
      name: 'both L2s get it from their stack',
      template: (stack) => {
        const boundary = iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary');
        const assumedBy = new iam.ServicePrincipal('lambda.amazonaws.com');
        new iam.Role(stack, 'Orders', { assumedBy });
        new iam.Role(stack, 'Refunds', { assumedBy });
        iam.PermissionsBoundary.of(stack).apply(boundary);
      },
    },
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
    {
      name: 'which one is a parameter without a default: it has one',
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
