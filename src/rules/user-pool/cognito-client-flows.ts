import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, pass, unknown } from '../results';
import type { Result } from '../results';

const passwordFlows = ['USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH'];
const adminFlows = ['ADMIN_NO_SRP_AUTH', 'ADMIN_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'];

function judgeFlow(flow: Value): Result {
  if (flow.isUnknown) return unknown(flow);
  if (flow.is(...adminFlows)) return fail(flow, { wanted: '"ALLOW_USER_SRP_AUTH"', severity: 'low' });
  return flow.is(...passwordFlows) ? fail(flow, { wanted: '"ALLOW_USER_SRP_AUTH"' }) : pass();
}

export default defineRule({
  id: 'cognito-client-flows',
  severity: 'medium',
  title: 'the app client lets tokens or passwords pass where others can read them',
  why: 'With the implicit grant the tokens stand in the address of a page, for its history, its logs and every script in it. With a flow that takes the password as such, each server on the way sees it.',
  serviceDefault:
    'A client that names no flows gets SRP, custom challenges and refreshing, none of which sends the password; the OAuth grants are those that it names (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html).',
  fix: 'use `AllowedOAuthFlows: [code]` with PKCE, and `ALLOW_USER_SRP_AUTH` for `ALLOW_USER_PASSWORD_AUTH` and `ALLOW_ADMIN_USER_PASSWORD_AUTH`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-522'] },
  notes:
    'The flow for administrators is low: only a server with AWS credentials can use it. Whether a client with a secret is one that the public can read is not in the template.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) => [
    ...client.read('ExplicitAuthFlows').items.map(judgeFlow),
    ...client.read('AllowedOAuthFlows').items.map((grant) => demand(grant, (flow) => !flow.is('implicit'), '"code"')),
  ],
});
