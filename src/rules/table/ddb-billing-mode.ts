import { defineRule } from '../define-rule';
import { demand } from '../results';
import { tableTypes } from './reading/replicas';

export default defineRule({
  id: 'ddb-billing-mode',
  severity: 'low',
  strict: true,
  title: 'the table does not say how its capacity is paid',
  why: 'Without a mode the table has a fixed capacity: beyond it requests are refused, whoever sent them. One that was chosen was also reckoned with.',
  serviceDefault:
    'The mode is `PROVISIONED` unless `BillingMode` says otherwise (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html).',
  fix: 'set `BillingMode: PAY_PER_REQUEST` or `PROVISIONED`',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  appliesTo: tableTypes,
  check: (table) => demand(table.read('BillingMode'), (mode) => !mode.isAbsent, 'a mode'),
});
