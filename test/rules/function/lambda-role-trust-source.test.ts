import * as iam from 'aws-cdk-lib/aws-iam';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/function/lambda-role-trust-source';
import { ruleExamples } from '../rule-examples';

const trusting = (condition: string) => `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: { Service: lambda.amazonaws.com }
                  Action: sts:AssumeRole${condition}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 names the service only',
      template: (stack) =>
        new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
    },
    {
      name: 'there is no condition',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: trusting(''),
    },
  ],
  passes: [
    {
      name: 'ours names the account too',
      template: (stack) => new ScopedRole(stack, 'Orders'),
    },
    {
      name: 'the account is named',
      template: trusting(`
                  Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }`),
    },
    {
      name: 'the operator of a network connector, for which Lambda sends no source',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
        Connector:
          Type: AWS::Lambda::NetworkConnector
          Properties: { OperatorRole: !GetAtt Role.Arn }
      `,
    },
  ],
  unknown: [
    {
      name: 'the condition is only known later',
      template: `
        Parameters:
          Account: { Type: String }
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: { Service: lambda.amazonaws.com }
                    Action: sts:AssumeRole
                    Condition: { StringEquals: { aws:SourceAccount: !Ref Account } }
      `,
    },
  ],
});
