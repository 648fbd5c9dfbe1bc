import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { echoedParameter } from '../secret/reading/parameters';
import { isFromPlainParameter } from '../secret/reading/plain-parameter';
import { isWrittenOut } from '../secret/reading/written-out';

const credentials = [
  'RedshiftDestinationConfiguration.Password',
  'SplunkDestinationConfiguration.HECToken',
  'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
  'SnowflakeDestinationConfiguration.PrivateKey',
  'SnowflakeDestinationConfiguration.KeyPassphrase',
];

/** Destinations that always ask for a credential. */
const guarded = { RedshiftDestinationConfiguration: 'Password', SplunkDestinationConfiguration: 'HECToken' };

/** What a destination would need to have a credential at all. */
function missingVaults(stream: Resource): readonly Value[] {
  return Object.entries(guarded)
    .map(([destination, credential]) => ({ destination: stream.read(destination), credential }))
    .filter(({ destination }) => destination.isObject)
    .filter(({ destination, credential }) => destination.read(credential).isAbsent)
    .map(({ destination }) => destination.read('SecretsManagerConfiguration.Enabled'))
    .filter((enabled) => enabled.isAbsent || enabled.isFalse);
}

export default defineRule({
  id: 'firehose-secret',
  severity: 'high',
  title: 'the credential of the destination is written out, or is not taken from where secrets are kept',
  why: 'Everybody who can read the repository, the template or the stack reads the credentials of the destination, and with them writes to it or reads it.',
  serviceDefault:
    'Firehose takes credentials in its configuration, or from Secrets Manager (https://docs.aws.amazon.com/firehose/latest/dev/using-secrets-manager.html).',
  fix: 'use `SecretsManagerConfiguration: { Enabled: true, SecretARN, RoleARN }`, or a dynamic reference',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798'] },
  notes:
    'Low where Redshift or Splunk get no credential at all, which somebody then adds by hand. The default of a parameter is written out too. A parameter with `NoEcho` and without one, and a dynamic reference pass; `{{resolve:ssm:…}}` reads what Parameter Store keeps unencrypted.',
  appliesTo: 'AWS::KinesisFirehose::DeliveryStream',
  check: (stream) => [
    ...credentials
      .map((path) => stream.read(path))
      .filter((value) => isWrittenOut(value) || isFromPlainParameter(value) || echoedParameter(value))
      .map((value) => fail(value, { got: 'a value that can be read', wanted: 'SecretsManagerConfiguration' })),
    ...missingVaults(stream).map((enabled) => fail(enabled, { wanted: 'true', severity: 'low' })),
  ],
});
