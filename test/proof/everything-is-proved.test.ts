import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import * as ts from 'typescript';
import type { Subject } from './request';
import * as library from '../../src';

const src = join(__dirname, '../../src');
const exported = library as unknown as Record<string, unknown>;

/** Every list in a file of `subjects`. */
const subjects = readdirSync(join(__dirname, 'subjects')).flatMap((file) =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  Object.values(require(join(__dirname, 'subjects', file)) as Record<string, readonly Subject[]>).flat(),
);
const proved = subjects.map(({ proves }) => proves);

/** `ScopedBucketGrants.readPrefix`: what the classes of the package declare to grant something. */
function grantMethods(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    if (!text.includes('export class')) return [];
    const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    return statements.filter(ts.isClassDeclaration).flatMap((declared) => {
      const name = declared.name!.text;
      if (!(name in exported)) return [];
      return declared.members.flatMap((member) => {
        if (!ts.isMethodDeclaration(member) || !ts.isIdentifier(member.name)) return [];
        const modifiers = member.modifiers?.map(({ kind }) => kind) ?? [];
        const isOfCallers = ![
          ts.SyntaxKind.PrivateKeyword,
          ts.SyntaxKind.ProtectedKeyword,
          ts.SyntaxKind.StaticKeyword,
        ].some((kind) => modifiers.includes(kind as ts.Modifier['kind']));
        const method = member.name.text;
        const grants = /Grants$/.test(name) || /^grant[A-Z]?/.test(method);
        return isOfCallers && grants && !method.startsWith('_') ? [`${name}.${method}`] : [];
      });
    });
  });
}

/** Called grants, they refuse what they are asked for, or take something away. */
const notGranting: Readonly<Record<string, string>> = {
  'ScopedRole.grantAssumeRole': 'refuses, see test/adversarial/role.test.ts',
  'SecureApi.grantInvokeFromVpcEndpointsOnly': 'denies, see test/adversarial/api.test.ts',
};

test('every grant of the package is proved: list a new one in test/proof/subjects', () => {
  const methods = grantMethods();
  expect(methods).toContain('ScopedBucketGrants.readPrefix');
  const missing = methods.filter(
    (method) => !(method in notGranting) && !proved.some((name) => new RegExp(`^${method}\\b`).test(name)),
  );
  expect(missing).toEqual([]);
});

test('every construct of the package is proved: list a new one in test/proof/subjects/constructs.ts', () => {
  const names = Object.keys(exported).filter((name) => {
    const value = exported[name];
    return typeof value === 'function' && value.prototype instanceof Construct;
  });
  expect(names).toContain('SecureBucket');
  expect(names.filter((name) => !proved.some((each) => new RegExp(`^${name}\\b`).test(each)))).toEqual([]);
});

test('nothing is proved twice under one name', () => {
  expect(proved.filter((name, index) => proved.indexOf(name) !== index)).toEqual([]);
});

test('every file of subjects has its test, or nothing in it is proved', () => {
  for (const file of readdirSync(join(__dirname, 'subjects'))) {
    const text = readFileSync(join(__dirname, file.replace(/\.ts$/, '.test.ts')), 'utf8');
    expect(text).toMatch(/proveAll\(\w+\)/);
  }
});
