import { defineRule } from '../define-rule';
import { fail } from '../results';
import { codeWithin } from './reading/code-locations';
import { judgeFunctionRole } from './reading/function-role';
import { firstOf, idsOf, named, pathOf } from './reading/path';

const writing = ['s3:PutObject'];

export default defineRule({
  id: 'role-writes-function-code',
  severity: 'high',
  title: 'a function may overwrite the code that functions are deployed from',
  why:
    'Whoever makes the function write an object of their choice puts their code over the archive of a function or layer in S3. ' +
    'The next deployment takes it from there: their code runs with the role of that function, and nothing in the repository shows it.',
  serviceDefault:
    'Lambda copies the archive when it is deployed, and checks no signature unless code signing is set up (https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html).',
  fix: 'name in `Resource` the bucket or prefix that the function writes to, apart from the one of `Code.S3Bucket`; sign code with `CodeSigningConfigArn`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-6'], cwe: ['CWE-494', 'CWE-732'] },
  notes: 'The bucket that the CDK deploys assets from counts, where a pattern covers its name.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeFunctionRole(role, app, writing, (right, functions) => {
      const reached = firstOf(codeWithin(right.statement, app));
      if (reached.length === 0) return [];
      const code = `the code of ${idsOf(reached)}`;
      return fail(right.at, {
        got: pathOf(functions, named(right), code),
        wanted: 'a place where no code lies',
      });
    }),
});
