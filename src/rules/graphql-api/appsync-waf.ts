import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { judgeWebAcl } from '../firewall/reading/association';
import { pass } from '../results';

/** An Event API is always on the internet. */
function isPrivate(api: Resource): boolean {
  return api.is('AWS::AppSync::GraphQLApi') && api.read('Visibility').is('PRIVATE');
}

export default defineRule({
  id: 'appsync-waf',
  severity: 'medium',
  title: 'no web application firewall stands in front of the API of AppSync',
  why: 'Scanners, floods from single addresses and well-known attack patterns reach the resolvers. Every one of them is paid for, and one weakness is enough.',
  serviceDefault:
    'Neither a GraphQL API nor an Event API has a web ACL unless one is associated with it (https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html).',
  fix: 'associate a web ACL with the ARN of the API',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1', 'SAS-8'], cwe: ['CWE-693'] },
  notes: 'An association made outside of the app is not seen.',
  appliesTo: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  check: (api, app) => (isPrivate(api) ? pass() : judgeWebAcl(api, app)),
});
