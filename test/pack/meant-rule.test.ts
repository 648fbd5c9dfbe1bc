import { meantRule } from '../../src/pack/meant-rule';

test.each([
  ['a letter too few', 'lambda-url-auth-non', " (did you mean 'lambda-url-auth-none'?)"],
  ['a letter too many', 'sqs-ssl-onlyy', " (did you mean 'sqs-ssl-only'?)"],
  ['another separator', 's3_ssl_only', " (did you mean 's3-ssl-only'?)"],
  ['two letters that changed places', 's3-verisoning', " (did you mean 's3-versioning'?)"],
  ['what is printed, with the plugin', 'ServerlessSecurity::s3-versioning', " (did you mean 's3-versioning'?)"],
  ['what is printed, with the construct', 's3-versioning[Orders/Invoices]', " (did you mean 's3-versioning'?)"],
  ['capitals', 'S3-Versioning', " (did you mean 's3-versioning'?)"],
  ['a short text, which is near to everything', 's3-acl', ''],
  ['an id of cdk-nag', 'AwsSolutions-S10', ''],
  ['nothing', '', ''],
])('%s', (_, written, meant) => expect(meantRule(written)).toBe(meant));
