import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'logs-data-protection',
  severity: 'low',
  strict: true,
  title: 'personal data in the logs is not masked',
  why: 'What a function writes about its events (names, cards, addresses) can be read by everybody who may read logs, which is many more people than may read the database.',
  serviceDefault:
    'Nothing is masked unless a data protection policy says so (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html).',
  fix: 'add a `DataProtectionPolicy` with the data identifiers that matter',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-532'] },
  notes: 'Costs per gigabyte scanned, so that it runs only when asked for.',
  appliesTo: 'AWS::Logs::LogGroup',
  check: (group) => demand(group.read('DataProtectionPolicy'), isSaid, 'a data protection policy'),
});
