import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/oidc-trust-wide';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 asks for the audience, which is the same for all',
      template: (stack) => {
        const url = 'https://token.actions.githubusercontent.com';
        const github = new iam.OidcProviderNative(stack, 'GitHub', { url, clientIds: ['sts.amazonaws.com'] });
        new iam.Role(stack, 'Deploy', {
          assumedBy: new iam.OpenIdConnectPrincipal(github, {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          }),
        });
      },
    },
    {
      name: 'nothing is asked',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                  Action: sts:AssumeRoleWithWebIdentity
      `,
    },
    {
      name: 'only the audience is',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Condition'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
      `,
    },
    {
      name: 'every repository is meant',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
                    StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*' }
      `,
    },
    {
      name: 'others can register an organization that matches',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
                    StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org*' }
      `,
    },
    {
      name: 'the provider is part of the app',
      template: `
        GitHub:
          Type: AWS::IAM::OIDCProvider
          Properties:
            Url: https://token.actions.githubusercontent.com
            ClientIdList: [sts.amazonaws.com]
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Ref GitHub }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
      `,
    },
    {
      name: 'the condition also holds without the claim',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringLikeIfExists: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:*' }
      `,
    },
    {
      name: 'every identity pool is meant',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: cognito-identity.amazonaws.com }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 asks for the branch',
      template: (stack) => {
        const url = 'https://token.actions.githubusercontent.com';
        const github = new iam.OidcProviderNative(stack, 'GitHub', { url, clientIds: ['sts.amazonaws.com'] });
        new iam.Role(stack, 'Deploy', {
          assumedBy: new iam.OpenIdConnectPrincipal(github, {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:ref:refs/heads/main',
            },
          }),
        });
      },
    },
    {
      name: 'one repository is',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
                    StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:*' }
      `,
    },
    {
      name: 'one branch is, and the provider is part of the app',
      template: `
        GitHub:
          Type: AWS::IAM::OIDCProvider
          Properties:
            Url: https://token.actions.githubusercontent.com
            ClientIdList: [sts.amazonaws.com]
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: !Ref GitHub }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:ref:refs/heads/main' }
      `,
    },
    {
      name: 'the organization is a parameter',
      template: `
        Parameters:
          Organization:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
                      StringLike: { 'token.actions.githubusercontent.com:sub': !Sub 'repo:\${Organization}/shop:*' }
      `,
    },
    {
      name: 'one identity pool is meant',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: cognito-identity.amazonaws.com }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'cognito-identity.amazonaws.com:aud': eu-west-1:1a2b3c }
      `,
    },
    {
      name: 'one service account of a cluster is',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/1A2B' }
                  Action: sts:AssumeRoleWithWebIdentity
                  Condition:
                    StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/1A2B:sub': 'system:serviceaccount:shop:orders' }
      `,
    },
    {
      name: 'it is SAML',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/company' }
                  Action: sts:AssumeRoleWithSAML
      `,
    },
    {
      name: 'the role trusts Lambda',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: lambda.amazonaws.com }
                  Action: sts:AssumeRole
      `,
    },
  ],
  unknown: [
    {
      name: 'the subject is a parameter without a default',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Condition'],
      template: `
        Parameters:
          Subject:
            Type: String
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com' }
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals: { 'token.actions.githubusercontent.com:aud': sts.amazonaws.com }
                      StringLike: { 'token.actions.githubusercontent.com:sub': !Ref Subject }
      `,
    },
  ],
});
