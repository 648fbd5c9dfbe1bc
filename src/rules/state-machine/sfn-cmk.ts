import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'sfn-cmk',
  severity: 'low',
  title: 'the state machine has no key of yours',
  why: 'The definition and the history of executions hold what goes through the state machine. With the key of the service whoever may describe executions reads it; a key of your own is a second lock.',
  serviceDefault:
    'Step Functions encrypts with a key that AWS owns unless `EncryptionConfiguration` names one (https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html).',
  fix: 'set `EncryptionConfiguration: { Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId }` (`encryptionConfiguration`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  appliesTo: ['AWS::StepFunctions::StateMachine', 'AWS::StepFunctions::Activity'],
  check: (holder) => demand(holder.read('EncryptionConfiguration.KmsKeyId'), isSaid, 'a key'),
});
