import * as logs from 'aws-cdk-lib/aws-logs';
import rule from '../../../src/rules/log-group/logs-retain';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
    { name: 'the L2 retains them', template: (stack) => new logs.LogGroup(stack, 'Audit') },
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
