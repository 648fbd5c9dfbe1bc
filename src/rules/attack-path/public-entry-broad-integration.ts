import { defineRule } from '../define-rule';
import { fail } from '../results';
import { integratedAction } from './reading/direct-integration';
import { grantingOf } from './reading/granting';
import { beyond, integrationsWith, openEntriesOf } from './reading/integration-role';
import { listed, pathOf } from './reading/path';

export default defineRule({
  id: 'public-entry-broad-integration',
  severity: 'medium',
  title: 'API Gateway calls a service for anybody with a role that allows more than the call',
  why:
    'Somebody without an account calls the entry, and API Gateway turns what they send into a call of AWS: no function looks at it first. ' +
    'Where the mapping lets a parameter of theirs through (`&Action=PurgeQueue` in a body that is not encoded, a table or key of their choice) the role decides what comes of it.',
  serviceDefault:
    'The role in `Credentials` is used whoever calls (https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services.html).',
  fix: 'allow the one action of the integration on the one resource, or set an authorizer on the entry',
  references: { owaspServerless: ['S1', 'S5'], csaServerless: ['SAS-1', 'SAS-4'], cwe: ['CWE-250', 'CWE-441'] },
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    const integrations = integrationsWith(role, app);
    const entries = integrations.flatMap((integration) => openEntriesOf(integration, app));
    const used = integrations.map(integratedAction).filter((action) => action !== undefined);
    if (entries.length === 0 || used.length < integrations.length) return [];
    return grantingOf(role, app)
      .granting.flatMap((one) => beyond(one, used) ?? [])
      .map(({ at, what }) =>
        fail(at, { got: pathOf(listed(entries), role, what), wanted: listed([...new Set(used)]) }),
      );
  },
});
