import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'ddb-autoscaling',
  severity: 'low',
  strict: true,
  title: 'the capacity of the table does not follow the load',
  why: 'Whoever sends more requests than were reckoned with makes the table refuse those of everybody else.',
  serviceDefault:
    'A table has the capacity that `ProvisionedThroughput` says, and scales only with a scalable target or on demand (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html).',
  fix: 'set `BillingMode: PAY_PER_REQUEST`, or add an `AWS::ApplicationAutoScaling::ScalableTarget` (`autoScaleReadCapacity`)',
  references: { csaServerless: ['SAS-8'], fsbp: ['DynamoDB.1'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::DynamoDB::Table',
  check: (table, app) => {
    const mode = table.read('BillingMode');
    if (mode.isUnknown) return unknown(mode);
    if (mode.is('PAY_PER_REQUEST')) return pass();
    const name = table.read('TableName').text;
    const scales = app
      .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
      .map((target) => target.read('ResourceId'))
      .some((id) => id.targets.includes(table) || id.is(`table/${name}`));
    return scales ? pass() : fail(mode, { wanted: '"PAY_PER_REQUEST", or a scalable target' });
  },
});
