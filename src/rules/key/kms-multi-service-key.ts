import { isPatternFor } from '../../iam/broad-patterns';
import { nameTheSource } from '../../iam/limiting-conditions';
import { not } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { failIf, judgeAllowed } from '../statements';

const uses = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:CreateGrant'];

/**
 * EventBridge says for whom it acts to the topic and the queue, not to the key.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
const saysNoSourceToKeys = 'events.amazonaws.com';

/** What the CDK writes for a state machine that has both a key and a log: its log may be decrypted for its delivery. */
const deliversLogs = 'delivery.logs.amazonaws.com';

const alsoNaming = ['kms:viaservice', 'kms:encryptioncontext:*'];

export default defineRule({
  id: 'kms-multi-service-key',
  severity: 'medium',
  title: 'a service may use the key for anybody',
  why:
    'A service acts for all of its customers. ' +
    'Where the policy does not say for whom, somebody in another account can make the service encrypt or decrypt with this key.',
  serviceDefault:
    'Nothing but the policy decides who may use a key; without a policy the account, and so its IAM policies, do (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).',
  fix: 'add `StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }` or an `ArnLike` on `aws:SourceArn`, `kms:ViaService` or the encryption context',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-441'] },
  notes:
    'EventBridge names no source to a key (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html): the policy of the topic or queue limits it. ' +
    'That logs may be decrypted for their delivery (`delivery.logs.amazonaws.com`) is part of what Step Functions asks for ' +
    '(https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html): only who may use the key can give it to a state machine. ' +
    'One key for the stores of one stack is fine: who may use it is decided by the policies, not by the number of keys.',
  appliesTo: 'AWS::KMS::Key',
  check: (key) =>
    judgeAllowed(key.read('KeyPolicy'), ({ statement, at }) => {
      const named = statement.principal?.named ?? [];
      const services = named.filter(({ type }) => type === 'Service').map(({ term }) => term.toString());
      if (services.every((service) => service === saysNoSourceToKeys)) return [];
      const used = uses.filter((use) => statement.actions.some((action) => isPatternFor(action, use)));
      if (used.length === 0) return [];
      if (services.every((service) => service === deliversLogs) && used.every((use) => use === 'kms:Decrypt')) {
        return [];
      }
      return failIf(not(nameTheSource(statement.conditions, alsoNaming)), at.read('Principal'), {
        wanted: 'a condition on the source, the service or the encryption context',
      });
    }),
});
