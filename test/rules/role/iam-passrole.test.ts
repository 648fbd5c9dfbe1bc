import * as iam from 'aws-cdk-lib/aws-iam';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-passrole';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may pass every role',
      template: (stack) => {
        new iam.Role(stack, 'Worker', {
          assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
        });
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['ecs:RunTask', 'iam:PassRole'], resources: ['*'] }));
      },
    },
    {
      name: 'every role may be passed',
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
                  Action: iam:PassRole
                  Resource: '*'
      `,
    },
    {
      name: 'a pattern says so, on all roles of the account',
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
                      Action: [ecs:RunTask, 'iam:Pass*']
                      Resource: !Sub arn:aws:iam::\${AWS::AccountId}:role/*
      `,
    },
    {
      name: 'it is among all actions of IAM',
      template: `
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 'iam:*', Resource: '*' }] }
      `,
    },
  ],
  passes: [
    {
      name: 'ours may pass the role of the task',
      template: (stack) => {
        const worker = new iam.Role(stack, 'Worker', {
          assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
        });
        const role = new ScopedRole(stack, 'Role');
        worker.grantPassRole(role);
      },
    },
    {
      name: 'one role may be',
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
                  Action: iam:PassRole
                  Resource: !Sub arn:aws:iam::\${AWS::AccountId}:role/worker
      `,
    },
    {
      name: 'they may be passed to one service',
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
                  Action: iam:PassRole
                  Resource: '*'
                  Condition:
                    StringEquals: { iam:PassedToService: ecs-tasks.amazonaws.com }
      `,
    },
    {
      name: 'it denies',
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
                  Action: iam:PassRole
                  Resource: '*'
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
                    Action: iam:PassRole
                    Resource: '*'
      `,
    },
  ],
});
