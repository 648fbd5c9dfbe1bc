import { defineRule } from '../define-rule';
import { demand, fail, unknown } from '../results';

export default defineRule({
  id: 'appsync-introspection',
  severity: 'medium',
  title: 'callers can read the whole schema, or send queries without a limit',
  why: 'Introspection gives an attacker every type, field and mutation, those among them that no client uses. A query that is nested deep enough calls resolvers by the thousand, and each is paid for.',
  serviceDefault:
    'Introspection is on and queries have no limit of depth unless the API says otherwise (https://docs.aws.amazon.com/appsync/latest/devguide/configuration-limits.html).',
  fix: 'set `IntrospectionConfig: DISABLED`, and `QueryDepthLimit` or `ResolverCountLimit`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3', 'SAS-8'], cwe: ['CWE-200', 'CWE-770'] },
  notes: 'That there is no limit is low.',
  appliesTo: 'AWS::AppSync::GraphQLApi',
  check: (api) => {
    const introspection = demand(api.read('IntrospectionConfig'), (config) => config.is('DISABLED'), '"DISABLED"');
    const limits = ['QueryDepthLimit', 'ResolverCountLimit'].map((property) => api.read(property));
    if (limits.some((limit) => (limit.number ?? 0) > 0)) return introspection;
    const unsure = limits.find((limit) => limit.isUnknown);
    return [
      introspection,
      unsure ? unknown(unsure) : fail(limits[0], { wanted: 'a limit from 1 to 75', severity: 'low' }),
    ];
  },
});
