import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { subscriptionsIn } from './reading/subscriptions';

/** Protocols whose deliveries SNS can log. */
const logged = ['http', 'https', 'sqs', 'lambda', 'firehose', 'application'];

export default defineRule({
  id: 'sns-delivery-logging',
  severity: 'low',
  title: 'nobody is told whether the topic delivers',
  why: 'Messages to functions, queues and endpoints that fail are retried and dropped without a trace in the account. Without the log of deliveries nobody notices, and nobody can say later what was lost.',
  serviceDefault:
    'SNS logs no deliveries unless `DeliveryStatusLogging` says for which protocol (https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html).',
  fix: 'add the protocol to `DeliveryStatusLogging`, with `FailureFeedbackRoleArn` (`loggingConfigs`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'Only topics to which the app subscribes something whose deliveries can be logged: not mail and SMS.',
  appliesTo: 'AWS::SNS::Topic',
  check: (topic, app) => {
    const subscriptions = [topic, ...app.attachedTo(topic, 'AWS::SNS::Subscription', 'TopicArn')].flatMap(
      subscriptionsIn,
    );
    const isLogged = subscriptions.some((subscription) => subscription.read('Protocol').is(...logged));
    return isLogged
      ? demand(topic.read('DeliveryStatusLogging'), (logging) => logging.items.length > 0, 'a log of deliveries')
      : pass();
  },
});
