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
  fix: 'set `BillingMode: PAY_PER_REQUEST`, or add an `AWS::ApplicationAutoScaling::ScalableTarget` each for reading and writing (`autoScaleReadCapacity`, `autoScaleWriteCapacity`)',
  references: { csaServerless: ['SAS-8'], fsbp: ['DynamoDB.1'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::DynamoDB::Table',
  check: (table, app) => {
    const mode = table.read('BillingMode');
    if (mode.isUnknown) return unknown(mode);
    if (mode.is('PAY_PER_REQUEST')) return pass();
    const name = table.read('TableName').text;
    const targets = app
      .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
      .map((target) => ({ id: target.read('ResourceId'), dimension: target.read('ScalableDimension') }))
      .filter(({ id }) => id.targets.includes(table) || id.text === `table/${name}`);
    const fixed = ['Read', 'Write'].filter(
      (what) =>
        !targets.some(({ dimension }) => dimension.isUnknown || dimension.is(`dynamodb:table:${what}CapacityUnits`)),
    );
    if (fixed.length === 0) return pass();
    return fail(mode, {
      ...(fixed.length === 1 ? { got: `${fixed[0].toLowerCase()} capacity that stays as it is` } : {}),
      wanted: '"PAY_PER_REQUEST", or scalable targets for reading and writing',
    });
  },
});
