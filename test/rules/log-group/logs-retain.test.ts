import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/log-group/logs-retain';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told to delete them',
      template: (stack) => new logs.LogGroup(stack, 'Audit', { removalPolicy: RemovalPolicy.DESTROY }),
    },
    {
      name: 'nothing is said',
      at: ['Audit/DeletionPolicy', 'Audit/UpdateReplacePolicy'],
      template: `
        Audit:
          Type: AWS::Logs::LogGroup
      `,
    },
    {
      name: 'a replacement deletes them',
      at: ['Audit/UpdateReplacePolicy'],
      template: `
        Audit:
          Type: AWS::Logs::LogGroup
          DeletionPolicy: Retain
          UpdateReplacePolicy: Delete
      `,
    },
  ],
  passes: [
    {
      name: 'ours retains them',
      template: (stack) => new SecureLogGroup(stack, 'Audit'),
    },

    { name: 'the L2 retains them', template: (stack) => new logs.LogGroup(stack, 'Audit') },
    {
      name: 'they cannot be deleted',
      template: `
        Audit:
          Type: AWS::Logs::LogGroup
          DeletionPolicy: Delete
          Properties: { DeletionProtectionEnabled: true }
      `,
    },
    {
      name: 'they are retained',
      template: `
        Audit:
          Type: AWS::Logs::LogGroup
          DeletionPolicy: RetainExceptOnCreate
          UpdateReplacePolicy: Retain
      `,
    },
  ],
});
