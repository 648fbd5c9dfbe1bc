import { defineRule } from '../define-rule';
import { fail } from '../results';
import { isWrittenOut } from '../secret/reading/written-out';

const credentials = [
  'RedshiftDestinationConfiguration.Password',
  'SplunkDestinationConfiguration.HECToken',
  'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
  'SnowflakeDestinationConfiguration.PrivateKey',
  'SnowflakeDestinationConfiguration.KeyPassphrase',
];

export default defineRule({
  id: 'firehose-secret',
  severity: 'high',
  title: 'the delivery stream holds a password or a token that is written out',
  why: 'Everybody who can read the repository, the template or the stack reads the credentials of the destination, and with them writes to it or reads it.',
  serviceDefault:
    'Firehose takes credentials in its configuration, or from Secrets Manager (https://docs.aws.amazon.com/firehose/latest/dev/using-secrets-manager.html).',
  fix: 'use `SecretsManagerConfiguration: { Enabled: true, SecretARN, RoleARN }`, or a dynamic reference',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798'] },
  notes: 'The default of a parameter is written out too. A parameter without one and a dynamic reference pass.',
  appliesTo: 'AWS::KinesisFirehose::DeliveryStream',
  check: (stream) =>
    credentials
      .map((path) => stream.read(path))
      .filter((value) => isWrittenOut(value))
      .map((value) => fail(value, { got: 'a value that is written out', wanted: 'SecretsManagerConfiguration' })),
});
