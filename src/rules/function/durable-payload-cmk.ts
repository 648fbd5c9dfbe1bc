import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'durable-payload-cmk',
  severity: 'low',
  title: 'what durable executions work on is not encrypted with a key of yours',
  why:
    'Lambda keeps the input, the results of each step and the errors of an execution for weeks. ' +
    'Everybody who may call GetDurableExecutionHistory reads them, because no key of yours asks who they are.',
  serviceDefault:
    'Only with `KMSKeyArn` a key of yours encrypts input, output and error payloads (https://docs.aws.amazon.com/lambda/latest/api/API_DurableConfig.html).',
  fix: 'set `DurableConfig.KMSKeyArn`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes: 'The key for environment variables, `KmsKeyArn` of the function, is another one.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) =>
    fn.read('DurableConfig').isAbsent ? [] : demand(fn.read('DurableConfig.KMSKeyArn'), isSaid, 'the ARN of a key'),
});
