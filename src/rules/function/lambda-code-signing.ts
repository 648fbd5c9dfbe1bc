import { defineRule } from '../define-rule';
import { demand, isSaid, pass } from '../results';

export default defineRule({
  id: 'lambda-code-signing',
  severity: 'low',
  strict: true,
  title: 'Lambda runs code that nobody signed',
  why:
    'Whoever may update the function, or change the archive on its way, runs code of theirs with its role. ' +
    'A signature would tell it from what the pipeline built.',
  serviceDefault:
    'Without `CodeSigningConfigArn` Lambda checks no signature (https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html).',
  fix: 'set `CodeSigningConfigArn`, with a policy that enforces signatures',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6'], cwe: ['CWE-494'] },
  notes: 'Strict, because it needs a pipeline that signs. Container images cannot be signed this way and pass.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) =>
    fn.read('PackageType').is('Image')
      ? pass()
      : demand(fn.read('CodeSigningConfigArn'), isSaid, 'a code signing configuration'),
});
