import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'appsync-logging',
  severity: 'medium',
  title: 'nobody can tell what was asked of the API',
  why: 'Queries that probe for fields or channels, or fail by the thousand, leave no trace. After an incident nobody can tell what was read.',
  serviceDefault:
    'An API without `LogConfig` writes no log (https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html).',
  fix: 'set `LogConfig` with `FieldLogLevel: ERROR` (or `ALL`; of an Event API `EventConfig.LogConfig` with `LogLevel`) and a role that may write to CloudWatch Logs',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['AppSync.2'], cwe: ['CWE-778'] },
  appliesTo: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  check: (api) => {
    const isForEvents = api.is('AWS::AppSync::Api');
    const config = api.read(isForEvents ? 'EventConfig.LogConfig' : 'LogConfig');
    if (config.isAbsent || config.isUnknown) return demand(config, () => false, 'a log');
    const level = config.read(isForEvents ? 'LogLevel' : 'FieldLogLevel');
    return level.is('ERROR', 'ALL', 'INFO', 'DEBUG')
      ? demand(config.read('CloudWatchLogsRoleArn'), isSaid, 'a role that may write to CloudWatch Logs')
      : demand(level, () => false, '"ERROR" or "ALL"');
  },
});
