import { parse } from 'acorn';
import { bundled, shapes } from './bundled';
import { endOfBrackets } from '../../src/permissions/bundle/remainder/brackets';
import { piecesOf } from '../../src/permissions/bundle/remainder/pieces';
import { remainderOf } from '../../src/permissions/bundle/remainder/remainder';

const options = { ecmaVersion: 'latest', sourceType: 'module', allowReturnOutsideFunction: true } as const;
const withSdk = Object.keys(shapes).filter((shape) => !shapes[shape].external);

// Parsing takes most of the time, and nothing is timed in a test.
test.each(withSdk)('of a bundle that is %s a tenth has to be parsed at most', (shape) => {
  const text = bundled('commands.ts', shapes[shape]);
  expect(text.length).toBeGreaterThan(100_000);
  expect(remainderOf(text).text.length).toBeLessThan(text.length / 10);
});

test.each(withSdk.filter((shape) => shape.includes('minified')))(
  'each piece of a bundle that is %s stands alone, and nothing is lost',
  (shape) => {
    const text = bundled('aggregated.ts', shapes[shape]);
    const pieces = piecesOf(text)!;
    // What is exported has to be declared beside it.
    const alone = pieces.filter((piece) => !piece.text.startsWith('export'));
    for (const piece of alone) expect(() => parse(piece.text, options)).not.toThrow();
    const declared = pieces.flatMap(({ names }) => names);
    expect(declared.length).toBeGreaterThan(1000);
    const { body } = parse(text, options);
    const functions = body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
    expect(declared).toEqual(expect.arrayContaining(functions));
  },
);

test.each([
  ['a string', '{"}"}', 5],
  ['a quote in a string', '{"\\"}"}', 7],
  ['a template', '{`}`}', 5],
  ['a template in a template', '{`${`}`}}`}', 11],
  ['a comment', '{/*}*/}', 7],
  ['the rest of a line', '{//}\n}', 6],
  ['a regular expression', '{a=/}/}', 7],
  ['a class of a regular expression', '{a=/[/}]/}', 10],
  ['a regular expression that is returned', '{return/}/}', 11],
  ['a division', '{a/b}/c', 5],
  ['other brackets', '{([{}])}', 8],
  ['nothing', '{(', undefined],
])('a bracket is closed behind %s', (_, text, end) => {
  expect(endOfBrackets(text, 0)).toBe(end);
});

test.each<[string, string, (readonly string[])[] | undefined]>([
  ['variables', 'var a=1,b=[2,3],{c,d:e}=f;', [['a'], ['b'], ['c', 'd', 'e']]],
  ['functions', 'function a(b){}async function c({d}){}function*e(){}', [['a'], ['c'], ['e']]],
  ['classes', 'class a extends b({}){c(){}}var d=class{};', [['a'], ['d']]],
  ['imports', 'import a,{b as c,d}from"e";import*as f from"g";import"h";', [['a', 'c', 'd'], ['f'], []]],
  ['statements', '"use strict";if(a){b()}else{c()}var d=1;e()', [[], [], ['d'], []]],
  ['a banner', 'const a = b();\nvar c=1', [['a'], [], ['c']]],
  ['what is not closed', 'var a=(1;', undefined],
])('the pieces of %s are found', (_, text, names) => {
  expect(piecesOf(text)?.map((piece) => piece.names)).toEqual(names);
});
