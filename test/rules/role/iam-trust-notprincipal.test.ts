import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/iam-trust-notprincipal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a statement is added to the L2',
      template: (stack) => {
        const role = new iam.Role(stack, 'Operations', { assumedBy: new iam.AccountRootPrincipal() });
        role.assumeRolePolicy?.addStatements(
          new iam.PolicyStatement({
            notPrincipals: [new iam.AccountPrincipal('444455556666')],
            actions: ['sts:AssumeRole'],
          }),
        );
      },
    },
    {
      name: 'the trust policy says so',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/NotPrincipal'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  NotPrincipal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sts:AssumeRole
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 denies the account instead',
      template: (stack) => {
        const role = new iam.Role(stack, 'Operations', { assumedBy: new iam.AccountRootPrincipal() });
        role.assumeRolePolicy?.addStatements(
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AccountPrincipal('444455556666')],
            actions: ['sts:AssumeRole'],
          }),
        );
      },
    },
    {
      name: 'it denies so',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  NotPrincipal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sts:AssumeRole
      `,
    },
    {
      name: 'it names who may',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root' }
                  Action: sts:AssumeRole
      `,
    },
  ],
  unknown: [
    {
      name: 'the trust policy is a parameter without a default',
      at: ['Role/Properties/AssumeRolePolicyDocument'],
      template: `
        Parameters:
          Trust:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: !Ref Trust
      `,
    },
  ],
});
