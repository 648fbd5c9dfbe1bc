import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [secureFunction, secureNodejsFunction] = ['secure-function', 'secure-nodejs-function'].map((name) => {
  const source = readFileSync(join(__dirname, '../../src/function', `${name}.ts`), 'utf8');
  const constructor = source.indexOf('  constructor(');
  return source.slice(source.indexOf('\n  }\n', constructor));
});

test('what the two functions refuse and add is the same to the letter, because jsii lets them share no class', () => {
  expect(secureFunction).toContain('public override addPermission(');
  expect(secureNodejsFunction).toBe(secureFunction);
});
