import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** What CloudWatch calls the resource by, where a template gives it a name. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
};

export default defineRule({
  id: 'alarm-missing',
  severity: 'low',
  strict: true,
  title: 'no alarm of the app looks at it',
  why: 'Errors that rise, calls that are throttled and messages that pile up are how attacks and failures show. Nobody is told.',
  serviceDefault:
    'CloudWatch has the metrics and no alarm, unless one is made (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html).',
  fix: 'add an `AWS::CloudWatch::Alarm` on its errors, throttles, or messages',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'An alarm counts if a dimension of it names the resource; those made outside of the app are not seen.',
  appliesTo: ['AWS::Lambda::Function', 'AWS::SQS::Queue', 'AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  check: (resource, app) => {
    const name = resource.read(nameProperties[resource.type] ?? 'Name').scalar;
    const values = app.ofType('AWS::CloudWatch::Alarm').flatMap((alarm) => {
      const metrics = alarm.read('Metrics').items.map((query) => query.read('MetricStat.Metric.Dimensions'));
      return [alarm.read('Dimensions'), ...metrics].flatMap((list) => list.items.map((one) => one.read('Value')));
    });
    const isWatched = values.some(
      (value) => value.targets.includes(resource) || (value.scalar !== undefined && value.scalar === name),
    );
    return isWatched ? pass() : fail(resource, { got: 'no alarm', wanted: 'an AWS::CloudWatch::Alarm' });
  },
});
