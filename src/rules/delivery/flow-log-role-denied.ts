import { defineRule } from '../define-rule';
import { allowancesOf, covers } from '../function/reading/allowed-actions';
import { fail, pass, unknown } from '../results';

/** Without those for log groups: who names one that is there needs none. */
const needed = ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];

export default defineRule({
  id: 'flow-log-role-denied',
  severity: 'medium',
  title: 'the flow log is not written, because its role may not',
  why:
    'The flow log stands in the template and in every inventory, and its log group stays empty; the error shows in the status of its delivery only. ' +
    'After an incident nobody can tell where data went.',
  serviceDefault:
    'The service of flow logs writes to CloudWatch Logs with the role that `DeliverLogsPermissionArn` names, and has no permission of its own (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html).',
  fix: 'allow the role `logs:CreateLogStream`, `logs:DescribeLogStreams` and `logs:PutLogEvents` on the log group: `FlowLogDestination.toCloudWatchLogs` does',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::EC2::FlowLog',
  check: (log, app) => {
    const arn = log.read('DeliverLogsPermissionArn');
    const role = arn.target;
    if (log.read('LogDestinationType').is('s3', 'kinesis-data-firehose')) return pass();
    if (!role?.is('AWS::IAM::Role')) return pass();
    const { actions, exceptions, unreadable } = allowancesOf(role, app);
    const missing = needed.filter((action) => !actions.some(({ pattern }) => covers(pattern, action)));
    if (missing.length === 0 || exceptions.length > 0) return pass();
    if (unreadable.length > 0) return unknown(unreadable[0], 'what the policy allows is not known');
    return fail(arn, { got: `a role without ${missing.join(', ')}`, wanted: 'a role with them' });
  },
});
