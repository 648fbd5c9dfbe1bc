import { meantRule } from '../../src/pack/meant-rule';

test.each([
  ['a letter too few', 'lambda-url-auth-non', ", 'lambda-url-auth-none' is"],
  ['a letter too many', 'sqs-ssl-onlyy', ", 'sqs-ssl-only' is"],
  ['another separator', 's3_ssl_only', ", 's3-ssl-only' is"],
  ['two letters that changed places', 's3-verisoning', ", 's3-versioning' is"],
  ['a short text, which is near to everything', 's3-acl', ''],
  ['an id of cdk-nag', 'AwsSolutions-S10', ''],
  ['nothing', '', ''],
])('%s', (_, written, meant) => expect(meantRule(written)).toBe(meant));
