import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import rule from '../../../src/rules/delivery/apigw-log-role-denied';
import { ruleExamples } from '../rule-examples';

const withRole = (policies: string) => `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: { Service: apigateway.amazonaws.com }, Action: sts:AssumeRole }
${policies}
        Account:
          Type: AWS::ApiGateway::Account
          Properties: { CloudWatchRoleArn: !GetAtt Role.Arn }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 sets up the account and names no role',
      template: (stack) => {
        new apigateway.CfnAccount(stack, 'Account');
      },
    },
    {
      name: 'no role is named',
      at: ['Account/Properties/CloudWatchRoleArn'],
      template: `
        Account:
          Type: AWS::ApiGateway::Account
      `,
    },
    {
      name: 'the role may not put events',
      at: ['Account/Properties/CloudWatchRoleArn'],
      template: withRole(`
            Policies:
              - PolicyName: logs
                PolicyDocument:
                  Version: '2012-10-17'
                  Statement:
                    - { Effect: Allow, Action: [logs:CreateLogGroup, logs:CreateLogStream], Resource: '*' }`),
    },
  ],
  passes: [
    {
      name: 'the L2 names a role with the policy that AWS keeps for it',
      template: (stack) => {
        new apigateway.RestApi(stack, 'Api', { cloudWatchRole: true }).root.addMethod('GET');
      },
    },
  ],
  unknown: [
    {
      name: 'a policy of the account may allow it',
      template: withRole(`
            ManagedPolicyArns: [arn:aws:iam::111122223333:policy/logs]`),
    },
  ],
});
