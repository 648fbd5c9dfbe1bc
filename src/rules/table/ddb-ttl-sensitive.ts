import { defineRule } from '../define-rule';
import { demand, pass } from '../results';
import { tableTypes } from './reading/replicas';

/** Words in names of tables whose items are worth something for a short time only. */
const shortLived = /(?:^|[^a-z])(?:sessions?|tokens?|otps?|nonces?|passcodes?)(?:[^a-z]|$)/i;

export default defineRule({
  id: 'ddb-ttl-sensitive',
  severity: 'low',
  strict: true,
  title: 'sessions or tokens are kept for ever',
  why: 'What was valid for an hour lies in the table for years. Whoever reads it once gets all of it, and what the application forgets to check still works.',
  serviceDefault:
    'DynamoDB deletes no items unless `TimeToLiveSpecification` names an attribute (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).',
  fix: 'set `TimeToLiveSpecification: { AttributeName, Enabled: true }` (`timeToLiveAttribute`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-12'] },
  notes: 'A heuristic over the name of the table.',
  appliesTo: tableTypes,
  check: (table) => {
    const name = `${table.logicalId} ${table.read('TableName').text ?? ''}`.replace(/([a-z])([A-Z])/g, '$1 $2');
    return shortLived.test(name)
      ? demand(table.read('TimeToLiveSpecification.Enabled'), (enabled) => enabled.isTrue, 'true')
      : pass();
  },
});
