import { defineRule } from '../define-rule';
import { allowancesOf, covers } from '../function/reading/allowed-actions';
import { fail, unknown } from '../results';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html#set-up-access-logging-permissions */
const needed = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  'logs:GetLogEvents',
  'logs:FilterLogEvents',
];
const managed = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';

export default defineRule({
  id: 'apigw-log-role-denied',
  severity: 'medium',
  title: 'the APIs of the account cannot write their logs',
  why: 'The setting counts for every API of the account in the region. Without a role that may write, nobody can tell later who called what, and which attempts failed.',
  serviceDefault:
    'API Gateway has no permission of its own; it writes its logs with the role that the account names (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).',
  fix: 'set `CloudWatchRoleArn` to a role with the managed policy `AmazonAPIGatewayPushToCloudWatchLogs`, or use `SecureApi`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['APIGateway.1'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::ApiGateway::Account',
  check: (account, app) => {
    const arn = account.read('CloudWatchRoleArn');
    if (arn.isAbsent) return fail(arn, { wanted: 'a role' });
    const role = arn.target;
    if (!role?.is('AWS::IAM::Role')) return [];
    const { actions, exceptions, unreadable } = allowancesOf(role, app);
    const missing = needed.filter((action) => !actions.some(({ pattern }) => covers(pattern, action)));
    if (missing.length === 0 || exceptions.length > 0) return [];
    if (unreadable.some((policy) => policy.text?.endsWith(managed))) return [];
    if (unreadable.length > 0) return unknown(unreadable[0], 'what the policy allows is not known');
    return fail(arn, { got: `a role without ${missing.join(', ')}`, wanted: 'a role with them' });
  },
});
