import { canInThisWorld, saidToKey } from '../../iam';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { isAwsManaged, keyOf } from './reading/key-of';
import { pathOf } from './reading/path';
import { sendersTo } from './reading/senders';

export default defineRule({
  id: 'kms-blocks-delivery',
  severity: 'medium',
  title: 'the key of the receiver refuses the service that sends to it',
  why:
    'The policy of the topic or queue lets the service in, its key does not: every message is dropped, and nothing in the application shows it. ' +
    'Somebody attacks; the alarm goes off; the topic cannot encrypt the message, and nobody is told.',
  serviceDefault:
    'A service needs `kms:GenerateDataKey` and `kms:Decrypt` on the key, which the keys that AWS manages (`alias/aws/sqs`, `alias/aws/sns`) do not give it (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services, https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services).',
  fix: 'allow the service `kms:GenerateDataKey*` and `kms:Decrypt` in the policy of a key of your own, with `aws:SourceAccount` but for rules of EventBridge that send to topics',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-3', 'SAS-5'], cwe: ['CWE-693', 'CWE-778'] },
  notes:
    'Looks at topics, buckets, rules and alarms that send to queues and topics. EventBridge names no source to the key of a topic, so that a condition on one refuses it. Keys of other stacks that are not at hand pass.',
  appliesTo: ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
  check: (receiver, app) => {
    const at = receiver.read('KmsMasterKeyId');
    const key = keyOf(at);
    if (!key && !isAwsManaged(at)) return [];
    return sendersTo(receiver, app)
      .map(({ resource, service }) => {
        const got = `${pathOf(resource, receiver)}: ${service} may not use ${key ?? at}`;
        const refused = fail(at, { got, wanted: `a key that ${service} may use` });
        if (!key) return refused;
        const context = saidToKey(resource, receiver);
        const decisions = ['kms:GenerateDataKey', 'kms:Decrypt'].map(
          (action) => canInThisWorld(service, action, key, { context, openContext: true }).decision,
        );
        if (decisions.includes('denied')) return refused;
        return decisions.includes('unknown')
          ? unknown(key.read('KeyPolicy'), `whether ${service} may use the key is not known`)
          : [];
      })
      .flat();
  },
});
