import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'evb-bus-cmk',
  severity: 'low',
  title: 'the bus, archive or connection has no key of yours',
  why: 'Events hold what the application does, archives hold it for years, and connections hold credentials. With the key of the service whoever may use them reads them; a key of your own is a second lock.',
  serviceDefault:
    'EventBridge encrypts with a key that AWS owns unless `KmsKeyIdentifier` names one (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html).',
  fix: 'set `KmsKeyIdentifier` to a customer managed key (`kmsKey`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  appliesTo: ['AWS::Events::EventBus', 'AWS::Events::Archive', 'AWS::Events::Connection'],
  check: (holder) => demand(holder.read('KmsKeyIdentifier'), isSaid, 'a key'),
});
