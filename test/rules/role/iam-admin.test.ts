import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-admin';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may do everything',
      template: (stack) => {
        new s3.Bucket(stack, 'Uploads');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
      },
    },
    {
      name: 'the policy says so',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: '*'
                  Resource: '*'
      `,
    },
    {
      name: 'it is inline in a role, and in lists',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/1'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
            Policies:
              - PolicyName: orders
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: [s3:GetObject, '**']
                      Resource: ['*']
      `,
    },
    {
      name: 'it is a managed policy, with the effect first or last',
      template: `
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: '*:*'
                  Resource: '*'
      `,
    },
    {
      name: 'only one branch allows it',
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: !If [IsDemo, '*', s3:ListBucket]
                    Resource: '*'
      `,
    },
    {
      name: 'the default of a parameter says it',
      template: `
        Parameters:
          Actions:
            Type: String
            Default: '*'
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: !Ref Actions
                    Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'ours may do what was granted',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const role = new ScopedRole(stack, 'Role');
        uploads.grantRead(role);
      },
    },
    {
      name: 'it denies everything',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Roles: [orders]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Action: '*'
                  Resource: '*'
      `,
    },
    {
      name: 'it allows one action on one table',
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
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
      at: ['Policy/Properties/PolicyDocument'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument: !Ref Document
      `,
    },
    {
      name: 'the effect is a parameter without a default',
      template: `
        Parameters:
          Effect:
            Type: String
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Roles: [orders]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: !Ref Effect
                    Action: '*'
                    Resource: '*'
      `,
    },
  ],
});
