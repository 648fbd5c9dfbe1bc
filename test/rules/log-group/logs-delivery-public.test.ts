import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import rule from '../../../src/rules/log-group/logs-delivery-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets everybody write',
      template: (stack) => {
        const search = new logs.LogGroup(stack, 'Search');
        search.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [search.logGroupArn],
          }),
        );
      },
    },
    {
      name: 'everybody may write',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Policy:
          Type: AWS::Logs::ResourcePolicy
          Properties:
            PolicyName: delivery
            PolicyDocument: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*"}]}'
      `,
    },
    {
      name: 'everybody may, in a text with references',
      template: `
        Policy:
          Type: AWS::Logs::ResourcePolicy
          Properties:
            PolicyName: delivery
            PolicyDocument: !Sub '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"logs:PutLogEvents","Resource":"arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:x"}]}'
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets one service write',
      template: (stack) => {
        const search = new logs.LogGroup(stack, 'Search');
        search.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.ServicePrincipal('es.amazonaws.com')],
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [search.logGroupArn],
            conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
          }),
        );
      },
    },
    {
      name: 'one service may',
      template: `
        Policy:
          Type: AWS::Logs::ResourcePolicy
          Properties:
            PolicyName: delivery
            PolicyDocument: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"*"}]}'
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
            Type: AWS::Logs::ResourcePolicy
            Properties:
              PolicyName: delivery
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
