import { generate } from './generated-file';
import { ruleFiles } from './rule-files';

const files = ruleFiles();
const nameOf = (file: string) => file.split('/')[1].replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

generate(
  'src/rules/registry.generated.ts',
  [
    '// Generated from the files beside it by projenrc/generate/rule-registry.ts.',
    "import type { Rule } from './define-rule';",
    ...files.map((file) => `import ${nameOf(file)} from './${file}';`),
    '',
    '/** Every rule, by thing and id. */',
    'export const rules: readonly Rule[] = [',
    ...files.map((file) => `  ${nameOf(file)},`),
    '];',
    '',
  ].join('\n'),
);
