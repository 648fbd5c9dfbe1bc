import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-aws-managed';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has full access to S3',
      template: (stack) => {
        new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonS3FullAccess'));
      },
    },
    {
      name: 'the role is an administrator',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
      `,
    },
  ],
  passes: [
    {
      name: 'ours has access to one bucket',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new ScopedRole(stack, 'Role');
        uploads.grantReadWrite(role);
      },
    },
    {
      name: 'it has what Lambda needs',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
      `,
    },
    {
      name: 'it has a policy of this app',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            ManagedPolicyArns: [!Ref Orders]
        Orders:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: dynamodb:GetItem
                  Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Parameters:
          Arn:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
              ManagedPolicyArns: [!Ref Arn]
      `,
    },
  ],
});
