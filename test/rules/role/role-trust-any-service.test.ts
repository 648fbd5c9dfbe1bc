import * as iam from 'aws-cdk-lib/aws-iam';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/role-trust-any-service';
import { ruleExamples } from '../rule-examples';

const trusting = (principal: string, condition: string) => `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: ${principal}
                  Action: sts:AssumeRole
                  Condition: { StringEquals: { ${condition} } }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 trusts whoever works for the account',
      template: (stack) =>
        new iam.Role(stack, 'Orders', {
          assumedBy: new iam.AnyPrincipal().withConditions({
            StringEquals: { 'aws:SourceAccount': stack.account },
          }),
        }),
    },
    {
      name: 'only the account is named',
      at: ['Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal'],
      template: trusting("'*'", 'aws:SourceAccount: !Ref AWS::AccountId'),
    },
    {
      name: 'the principal of AWS is everybody',
      template: trusting("{ AWS: '*' }", 'aws:SourceArn: arn:aws:lambda:eu-west-1:111122223333:function:orders'),
    },
  ],
  passes: [
    {
      name: 'ours trusts Lambda',
      template: (stack) => new ScopedRole(stack, 'Orders'),
    },
    {
      name: 'the service is named too',
      template: trusting('{ Service: lambda.amazonaws.com }', 'aws:SourceAccount: !Ref AWS::AccountId'),
    },
    {
      name: 'it is for the identities of an organization',
      template: trusting("'*'", 'aws:PrincipalOrgID: o-a1b2c3d4e5'),
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter',
      template: `
        Parameters:
          Who: { Type: String }
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref Who }
                    Action: sts:AssumeRole
                    Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }
      `,
    },
  ],
});
