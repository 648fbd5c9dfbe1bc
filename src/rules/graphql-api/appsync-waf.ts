import { defineRule } from '../define-rule';
import { judgeWebAcl } from '../firewall/reading/association';
import { pass } from '../results';

export default defineRule({
  id: 'appsync-waf',
  severity: 'medium',
  title: 'no web application firewall stands in front of the GraphQL API',
  why: 'Scanners, floods from single addresses and well-known attack patterns reach the resolvers. Every one of them is paid for, and one weakness is enough.',
  serviceDefault:
    'A GraphQL API has no web ACL unless one is associated with it (https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html).',
  fix: 'associate a web ACL with the ARN of the API',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1', 'SAS-8'], cwe: ['CWE-693'] },
  notes: 'An association made outside of the app is not seen.',
  appliesTo: 'AWS::AppSync::GraphQLApi',
  check: (api, app) => (api.read('Visibility').is('PRIVATE') ? pass() : judgeWebAcl(api, app)),
});
