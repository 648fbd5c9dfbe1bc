import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/role/iam-user-policy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants to a user',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const alice = new iam.User(stack, 'Alice');
        uploads.grantRead(alice);
      },
    },
    {
      name: 'a policy names a user',
      at: ['Policy/Properties/Users'],
      template: `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: orders
            Users: [alice]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a user has one inline',
      at: ['User/Properties/Policies'],
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Policies:
              - PolicyName: orders
                PolicyDocument:
                  Statement:
                    - Effect: Allow
                      Action: s3:GetObject
                      Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a user has a managed one',
      at: ['User/Properties/ManagedPolicyArns'],
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            ManagedPolicyArns: [arn:aws:iam::aws:policy/IAMUserChangePassword]
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 grants to a group',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads');
        const readers = new iam.Group(stack, 'Readers');
        new iam.User(stack, 'Alice', { groups: [readers] });
        uploads.grantRead(readers);
      },
    },
    {
      name: 'a policy names a role',
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
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
    {
      name: 'a user is in a group',
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Groups: [readers]
      `,
    },
  ],
  unknown: [
    {
      name: 'the users are a parameter without a default',
      at: ['Policy/Properties/Users'],
      template: `
        Parameters:
          Names:
            Type: CommaDelimitedList
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: orders
              Users: !Ref Names
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::uploads/*
      `,
    },
  ],
});
