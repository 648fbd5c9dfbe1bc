import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-url-auth-none',
  severity: 'high',
  title: 'the function URL accepts unauthenticated calls',
  why:
    'Anybody who learns the URL can call the function with any payload, without a signature, a WAF or throttling in front of it. ' +
    'They reach whatever the function can reach, and the account pays for each call.',
  serviceDefault:
    '`AuthType` is required: the service has no default (https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html).',
  fix: 'set `AuthType: AWS_IAM`, or put the function behind `SecureApi`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-306'] },
  appliesTo: 'AWS::Lambda::Url',
  check: (url) => demand(url.read('AuthType'), (type) => type.is('AWS_IAM'), '"AWS_IAM"'),
});
