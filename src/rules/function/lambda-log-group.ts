import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { logGroupOf } from './reading/log-group-of-function';

const keepsAll = 'a log group that keeps everything';

export default defineRule({
  id: 'lambda-log-group',
  severity: 'low',
  title: 'the log group of the function is left to Lambda',
  why:
    'Lambda makes a log group at the first call: it keeps every line for ever, without a key of yours, and outlives the stack. ' +
    'Whoever gets to read logs later reads years of them.',
  serviceDefault: 'Without `LoggingConfig.LogGroup` the log goes to /aws/lambda/<function name>, which never expires.',
  fix: 'set `LoggingConfig.LogGroup` to a log group with `RetentionInDays` (`logGroup`); `SecureFunction` makes one',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['CloudWatch.16'], cwe: ['CWE-778'] },
  notes:
    'A log group of the app that has the name of the default one passes too, and so does what the CDK option `logRetention` makes. ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const configured = fn.read('LoggingConfig.LogGroup');
    const wanted = 'a log group with RetentionInDays';
    const group = logGroupOf(fn, app);
    if (group) return group.read('RetentionInDays').isAbsent ? fail(configured, { got: keepsAll, wanted }) : pass();
    if (configured.isAbsent) return fail(configured, { wanted });
    return unknown(configured, 'the log group is not part of the application');
  },
});
