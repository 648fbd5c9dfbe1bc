import { idsOf } from '../attack-path/reading/path';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';
import { keyNeedsOf } from './reading/key-needs';
import type { KeyNeed } from './reading/key-needs';
import { isWrittenOut, mayUseThrough } from './reading/use-through-service';
import type { Verdict } from '../../iam';
import type { Application, Resource } from '../../template';

export default defineRule({
  id: 'role-key-denied',
  severity: 'medium',
  title: 'a role may use what is encrypted, but not the key',
  why:
    'Every call is refused at run time, from the day on which the bucket, queue, topic, stream or table gets a key of its own: deliveries pile up and are lost. ' +
    'What is mended in a hurry is usually the lock: the key goes, or the role may decrypt with every key.',
  serviceDefault:
    'The service asks the key in the name of whoever calls, who needs `kms:Decrypt` to read and `kms:GenerateDataKey` to write beside the permission on the resource (https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#sse-permissions, https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#send-to-encrypted-queue, https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html).',
  fix: 'use the grants of the resource (`bucket.grantWrite(role)`), which allow the use of the key too, or allow the role these actions on the key',
  references: { owaspServerless: ['S6', 'S10'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Looks at statements that name the resource, and at keys of the application. Writing to a bucket takes `kms:Decrypt` where the role is also allowed to abort or list uploads in parts. What Lambda lacks to poll and to send is told by `lambda-role-denied`, and what readers of secrets lack by `secret-use-denied`.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => [...byKey(role, app)].flatMap(([key, needs]) => judge(role, key, needs)),
});

function byKey(role: Resource, app: Application): ReadonlyMap<Resource, readonly KeyNeed[]> {
  const keys = new Map<Resource, KeyNeed[]>();
  for (const need of keyNeedsOf(role, app)) {
    const others = keys.get(need.key) ?? [];
    others.push(need);
    keys.set(need.key, others);
  }
  return keys;
}

/** One finding for each key: allowing the role to use it sets right what it encrypts. */
function judge(role: Resource, key: Resource, needs: readonly KeyNeed[]): readonly Result[] {
  const asked = new Map<string, Verdict>();
  const judged = needs.map((need) => {
    const { service, action } = need;
    const verdict = asked.get(`${service} ${action}`) ?? mayUseThrough(service, role, action, key);
    asked.set(`${service} ${action}`, verdict);
    return { ...need, verdict };
  });
  const denied = judged.filter(({ verdict }) => verdict.decision === 'denied');
  if (denied.length > 0) {
    const actions = [...new Set(denied.map(({ action }) => action))].join(', ');
    const resources = idsOf(denied.map(({ resource }) => resource));
    const got = `${role.logicalId} may not ${actions} on ${key.logicalId}, the key of ${resources}`;
    return [fail(denied[0].at, { got, wanted: 'a role that may use the key' })];
  }
  const unsure = judged.find(({ verdict }) => verdict.decision === 'unknown' && !isWrittenOut(verdict));
  return unsure ? [unknown(unsure.at, unsure.verdict.because)] : [];
}
