import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { eventSourceOf } from './reading/event-source';

export default defineRule({
  id: 'lambda-esm-destination',
  severity: 'low',
  title: 'records of the stream that the function fails on are dropped',
  why:
    'When retries or age run out Lambda skips the batch, and nobody is told. ' +
    'Whoever can write a record that the function fails on makes those beside it disappear too.',
  serviceDefault: 'Without `DestinationConfig` Lambda discards a batch once retries or the age of the records run out.',
  fix: 'set `DestinationConfig.OnFailure.Destination` to a queue, topic or bucket',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-10'], cwe: ['CWE-778'] },
  notes:
    'Streams and Kafka only: for SQS the queue has a redrive policy, Amazon MQ and DocumentDB know no destination. ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) => {
    const destination = mapping.read('DestinationConfig.OnFailure.Destination');
    if (!destination.isAbsent) return pass();
    return ['stream', 'kafka'].includes(eventSourceOf(mapping))
      ? fail(destination, { wanted: 'a queue, topic or bucket' })
      : pass();
  },
});
