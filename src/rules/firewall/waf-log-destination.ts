import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';

const prefix = 'aws-waf-logs-';

/** Where the name of a destination that the app makes is written. */
const names: Readonly<Record<string, string>> = {
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamName',
};

function judge(destination: Value): readonly Result[] {
  const { target } = destination;
  if (!target || !Object.hasOwn(names, target.type)) return destination.isUnknown ? [unknown(destination)] : [];
  const name = target.read(names[target.type]);
  if (name.text?.startsWith(prefix)) return [];
  if (name.isUnknown || (name.text === undefined && !name.isAbsent)) return [unknown(name)];
  return [fail(name, { wanted: `a name that starts with "${prefix}"` })];
}

export default defineRule({
  id: 'waf-log-destination',
  severity: 'medium',
  title: 'AWS WAF does not log to where it is told to',
  why: 'The deployment fails, or the configuration is left out after it did, and nobody can tell later what the firewall let through.',
  serviceDefault:
    'AWS WAF takes exactly one destination, whose name starts with `aws-waf-logs-` (https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html).',
  fix: 'name one log group, bucket or delivery stream whose name starts with `aws-waf-logs-`, or use `ApiFirewall.managed()`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::WAFv2::LoggingConfiguration',
  check: (logging) => {
    const destinations = logging.read('LogDestinationConfigs');
    if (destinations.isUnknown) return unknown(destinations);
    if (destinations.items.length !== 1) return fail(destinations, { wanted: 'one destination' });
    return destinations.items.flatMap(judge);
  },
});
