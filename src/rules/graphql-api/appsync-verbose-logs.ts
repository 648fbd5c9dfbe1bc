import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

export default defineRule({
  id: 'appsync-verbose-logs',
  severity: 'medium',
  title: 'the log has the headers and the data of every request',
  why: 'Authorization headers, arguments and results are written where many more people may read than in the database. A token in the log works until it ends.',
  serviceDefault:
    'Verbose content is logged unless it is excluded (https://docs.aws.amazon.com/appsync/latest/APIReference/API_LogConfig.html).',
  fix: 'set `LogConfig.ExcludeVerboseContent: true`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-532'] },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  check: (api) => {
    const config = api.read('LogConfig');
    if (config.isAbsent) return pass();
    return demand(config.read('ExcludeVerboseContent'), (exclude) => exclude.isTrue, 'true');
  },
});
