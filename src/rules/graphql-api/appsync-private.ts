import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'appsync-private',
  severity: 'low',
  strict: true,
  title: 'the GraphQL API is on the internet',
  why: 'Everybody can send it queries, and only its authorization stands between them and the data. An API for other services of the VPC need not.',
  serviceDefault:
    'An API is global unless it is made private, which cannot be changed later (https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html).',
  fix: 'set `Visibility: PRIVATE` and call it through an interface endpoint',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  check: (api) => demand(api.read('Visibility'), (visibility) => visibility.is('PRIVATE'), '"PRIVATE"'),
});
