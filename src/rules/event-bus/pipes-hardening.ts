import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'pipes-hardening',
  severity: 'medium',
  title: 'the pipe writes no log, logs what goes through it, or drops what fails',
  why: 'Without a log nobody sees that the pipe has stopped or who made it. With execution data everybody who may read the log reads the events, and without a dead-letter queue a record that fails is lost.',
  serviceDefault:
    'A pipe that CloudFormation makes writes no log, and no execution data, unless `LogConfiguration` says so (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html); records of a stream that fail are dropped (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html).',
  fix: 'set `LogConfiguration` with a `Level` and without `IncludeExecutionData: [ALL]`, and `DeadLetterConfig` for a stream',
  references: { owaspServerless: ['S3', 'S10'], csaServerless: ['SAS-5', 'SAS-10'], cwe: ['CWE-532', 'CWE-778'] },
  notes:
    'A queue as source has a dead-letter queue of its own (`sqs-dlq`). A pipe without a filter, and one with the key of the service, pass.',
  appliesTo: 'AWS::Pipes::Pipe',
  check: (pipe) => {
    const log = pipe.read('LogConfiguration');
    const streams = ['KinesisStreamParameters', 'DynamoDBStreamParameters']
      .map((kind) => pipe.read(`SourceParameters.${kind}`))
      .filter((stream) => !stream.isAbsent);
    return [
      demand(log.read('Level'), (level) => isSaid(level) && !level.is('OFF'), 'a level'),
      ...log
        .read('IncludeExecutionData')
        .items.map((data) => demand(data, (value) => !value.is('ALL'), 'no execution data')),
      ...streams.map((stream) => demand(stream.read('DeadLetterConfig.Arn'), isSaid, 'a dead-letter queue')),
    ];
  },
});
