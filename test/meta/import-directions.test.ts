import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';

const root = join(__dirname, '..', '..');
const { rules, overrides, settings } = JSON.parse(
  readFileSync(join(root, '.eslintrc.json'), 'utf8').replace(/^\/\/.*\n/, ''),
);

// Only the rules about imports: the others need type information, and with it files that exist.
const eslint = new LegacyESLint({
  cwd: root,
  useEslintrc: false,
  baseConfig: {
    parser: '@typescript-eslint/parser',
    plugins: ['import'],
    settings,
    rules: { 'import/no-restricted-paths': rules['import/no-restricted-paths'] },
    overrides: overrides.filter((override: { rules: object }) => 'no-restricted-imports' in override.rules),
  } as never,
});

async function refused(file: string, imported: string): Promise<boolean> {
  const [{ messages }] = await eslint.lintText(`import * as it from '${imported}';\nvoid it;\n`, {
    filePath: join(root, file),
  });
  const broken = messages.find(({ fatal }) => fatal);
  if (broken) throw new Error(broken.message);
  return messages.some(({ ruleId }) => ruleId === 'import/no-restricted-paths' || ruleId === 'no-restricted-imports');
}

test.each([
  ['a construct', 'src/bucket/x.ts', 'a rule', '../rules/define-rule'],
  ['a construct', 'src/bucket/x.ts', 'the template model', '../template/resolved'],
  ['a construct', 'src/sandbox/x.ts', 'the gate', '../pack/serverless-security-checks'],
  ['a rule', 'src/rules/s3/x.ts', 'a construct', '../../sandbox/sandbox'],
  ['a rule', 'src/rules/s3/x.ts', 'the CDK', 'aws-cdk-lib'],
  ['a rule', 'src/rules/s3/x.ts', 'the CDK', 'aws-cdk-lib/aws-s3'],
  ['the template model', 'src/template/x.ts', 'a rule', '../rules/define-rule'],
  ['the template model', 'src/template/x.ts', 'the CDK', 'constructs'],
  ['a fact', 'src/facts/x.ts', 'the template model', '../template/resolved'],
  ['the gate', 'src/pack/x.ts', 'a construct', '../sandbox/sandbox'],
])('%s (%s) may not import %s (%s), because dependencies point one way', async (_, file, __, imported) => {
  expect(await refused(file, imported)).toBe(true);
});

test.each([
  ['a construct', 'src/bucket/x.ts', 'a fact', '../facts/actions'],
  ['a construct', 'src/bucket/x.ts', 'another construct', '../sandbox/sandbox'],
  ['a construct', 'src/bucket/x.ts', 'the CDK', 'aws-cdk-lib'],
  ['a rule', 'src/rules/s3/x.ts', 'the template model', '../../template/resolved'],
  ['the gate', 'src/pack/x.ts', 'a rule', '../rules/define-rule'],
])('%s (%s) may import %s (%s)', async (_, file, __, imported) => {
  expect(await refused(file, imported)).toBe(false);
});
