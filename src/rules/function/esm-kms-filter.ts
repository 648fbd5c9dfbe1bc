import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'esm-kms-filter',
  severity: 'low',
  strict: true,
  title: 'the filter of the mapping is not encrypted with a key of yours',
  why:
    'A filter tells what an app looks for in its records, names of customers or products among it. ' +
    'Without a key of your own everybody who may read the mapping reads it.',
  serviceDefault: 'Without `KmsKeyArn` Lambda encrypts filter criteria with a key that AWS owns.',
  fix: 'set `KmsKeyArn` of the mapping',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filter-criteria-encryption',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) =>
    mapping.read('FilterCriteria').isAbsent ? [] : demand(mapping.read('KmsKeyArn'), isSaid, 'the ARN of a key'),
});
