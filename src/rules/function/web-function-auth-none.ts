import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'web-function-auth-none',
  severity: 'high',
  title: 'the endpoint of the web function accepts unauthenticated calls',
  why:
    'Anybody who learns the domain name calls the function with any request; no gateway, authorizer or WAF stands in front of it. ' +
    'They reach whatever its role can reach, and the account pays for each call.',
  serviceDefault:
    '`AuthType` is required: the service has no default. With `ApplicationManaged` Lambda authenticates and authorizes nothing (https://docs.aws.amazon.com/lambda/latest/dg/web-functions-endpoint-access-control.html).',
  fix: 'set `AuthType: IamAuth`, and let CloudFront or the accounts that call it in through an `AWS::Lambda::ResourcePolicy`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-306'] },
  notes: 'Where the code authenticates every request itself, acknowledge it with that reason.',
  appliesTo: 'AWS::Lambda::WebFunctionEndpoint',
  check: (endpoint) => demand(endpoint.read('AuthType'), (type) => type.is('IamAuth'), '"IamAuth"'),
});
