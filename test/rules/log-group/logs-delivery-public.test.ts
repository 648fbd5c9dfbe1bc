import { aws_iam as iam, aws_logs as logs } from 'aws-cdk-lib';
import rule from '../../../src/rules/log-group/logs-delivery-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
      name: 'one service may',
      template: `
        Policy:
          Type: AWS::Logs::ResourcePolicy
          Properties:
            PolicyName: delivery
            PolicyDocument: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"*"}]}'
      `,
    },
    {
      name: 'the L2 writes it',
      template: (stack) =>
        new logs.LogGroup(stack, 'Log').addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.ServicePrincipal('es.amazonaws.com')],
            actions: ['logs:PutLogEvents'],
            resources: ['*'],
          }),
        ),
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
