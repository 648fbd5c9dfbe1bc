import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the file of a new rule and its test, and nothing else. The test shows one example of each kind and passes; what is to
 * be filled in says `test/meta/rules.test.ts`, which fails until it is.
 *
 * @returns the files, from the root of the project
 * @throws if the name is not `thing/rule-id`, there is no such thing, or there is such a rule
 */
export function scaffoldRule(root: string, name: string | undefined): readonly string[] {
  const things = readdirSync(join(root, 'src/rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const [, thing, id] = /^([a-z-]+)\/([a-z0-9]+(?:-[a-z0-9]+)+)$/.exec(name ?? '') ?? [];
  if (!thing || !id) {
    throw new Error(`"${name ?? ''}" is not the name of a rule: write thing/rule-id, such as queue/sqs-sse`);
  }
  if (!things.includes(thing)) {
    throw new Error(`there is no folder "src/rules/${thing}": take one of ${things.join(', ')}`);
  }
  const rule = `src/rules/${thing}/${id}.ts`;
  const test = `test/rules/${thing}/${id}.test.ts`;
  const there = [rule, test].filter((file) => existsSync(join(root, file)));
  if (there.length > 0) throw new Error(`${there.join(' and ')} exists: a rule's id is for ever, take another one`);
  write(join(root, rule), ruleText(id));
  write(join(root, test), testText(thing, id));
  return [rule, test];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}

function ruleText(id: string): string {
  return `import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: '${id}',
  severity: 'medium',
  title: '',
  why: '',
  serviceDefault: '',
  fix: '',
  references: { owaspServerless: [] },
  appliesTo: 'AWS::Service::Resource',
  check: (resource) => demand(resource.read('Property'), (value) => value.is('secure'), '"secure"'),
});
`;
}

function testText(thing: string, id: string): string {
  return `import { CfnResource } from 'aws-cdk-lib';
import rule from '../../../src/rules/${thing}/${id}';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the property says what is insecure',
      at: ['Thing/Properties/Property'],
      template: (stack) =>
        new CfnResource(stack, 'Thing', { type: 'AWS::Service::Resource', properties: { Property: 'insecure' } }),
    },
    {
      name: 'the property is not set',
      at: ['Thing/Properties/Property'],
      template: \`
        Thing:
          Type: AWS::Service::Resource
      \`,
    },
  ],
  passes: [
    {
      name: 'the property says what is secure',
      template: (stack) =>
        new CfnResource(stack, 'Thing', { type: 'AWS::Service::Resource', properties: { Property: 'secure' } }),
    },
  ],
  unknown: [
    {
      name: 'the property is only known at deployment',
      template: \`
        Parameters:
          Property:
            Type: String
        Resources:
          Thing:
            Type: AWS::Service::Resource
            Properties:
              Property: !Ref Property
      \`,
    },
  ],
});
`;
}
