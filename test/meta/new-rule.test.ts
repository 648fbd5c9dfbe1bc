import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import { scaffoldRule } from '../../projenrc/scaffold/rule';

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'new-rule-'));
  mkdirSync(join(root, 'src/rules/queue'), { recursive: true });
  return root;
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

describe('a new rule', () => {
  test('is a file and its test, and nothing else', () => {
    const root = project();
    const files = ['src/rules/queue/sqs-example.ts', 'test/rules/queue/sqs-example.test.ts'];
    expect(scaffoldRule(root, 'queue/sqs-example')).toEqual(files);
    expect(filesOf(root)).toEqual(files);
  });

  test('is TypeScript that can be filled in where it stands', () => {
    const root = project();
    for (const file of scaffoldRule(root, 'queue/sqs-example')) {
      const { diagnostics } = ts.transpileModule(readFileSync(join(root, file), 'utf8'), { reportDiagnostics: true });
      expect(diagnostics).toEqual([]);
    }
  });

  test.each([
    [undefined, 'write thing/rule-id'],
    ['sqs-example', '"sqs-example" is not the name of a rule'],
    ['queue/Sqs_Example', '"queue/Sqs_Example" is not the name of a rule'],
    ['../evil/sqs-example', '"../evil/sqs-example" is not the name of a rule'],
    ['kiosk/sqs-example', 'there is no folder "src/rules/kiosk": take one of queue'],
  ])('is refused under the name %p, with nothing written', (name, message) => {
    const root = project();
    expect(() => scaffoldRule(root, name)).toThrow(message);
    expect(filesOf(root)).toEqual([]);
  });

  test('never takes the place of one that is there', () => {
    const root = project();
    scaffoldRule(root, 'queue/sqs-example');
    expect(() => scaffoldRule(root, 'queue/sqs-example')).toThrow('exists: a rule');
  });
});
