import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'appsync-xray',
  severity: 'low',
  title: 'requests to the GraphQL API are not traced',
  why: 'One request calls many resolvers. Without a trace nobody can tell which of them was slow, failed or was reached by a query that should not.',
  serviceDefault:
    'Tracing is off unless asked for (https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html).',
  fix: 'set `XrayEnabled: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  check: (api) => demand(api.read('XrayEnabled'), (enabled) => enabled.isTrue, 'true'),
});
