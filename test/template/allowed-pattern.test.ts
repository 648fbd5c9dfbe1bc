import { subject, withValue } from './templates';
import { allowedPattern, patternOfPieces } from '../../src/template/allowed-pattern';

test.each([
  ['\\d{12}', '111122223333', true],
  ['\\d{12}', '*', false],
  ['[0-9]{12}|', '', true],
  ['^arn:aws:iam::[0-9]{12}:root$', 'arn:aws:iam::*:root', false],
  ['.+', '*', true],
])('all of a value has to match %s: %s', (pattern, value, expected) => {
  expect(allowedPattern(pattern)?.test(value)).toBe(expected);
});

test.each(['\\p{Punct}+', '[a-z&&[^b]]+', '[a-z]++', '(?i)abc', '[', 'a'.repeat(501), 12, undefined])(
  'nothing is said of %s, which Java reads otherwise, or nobody',
  (pattern) => {
    expect(allowedPattern(pattern)).toBeUndefined();
  },
);

test.each([
  ['((\\d{12}),?)*', true],
  ['[\\w+=,.@/-]+', true],
  ['(a|b)?c*', true],
  ['\\*|\\d{12}', false],
  ['[^,]+', false],
  ['[!-~]+', false],
  ['.*', false],
  ['\\S+', false],
  ['\\x2a', false],
])('no piece of what matches %s holds a wildcard = %s', (pattern, expected) => {
  expect(patternOfPieces(allowedPattern(pattern))?.test('*')).toBe(expected ? false : undefined);
});

const sections = {
  Parameters: {
    Account: { Type: 'String', AllowedPattern: '[0-9]{12}' },
    Accounts: { Type: 'String', AllowedPattern: '[0-9]{12}(,[0-9]{12})*' },
    Anything: { Type: 'String' },
  },
};

test.each([
  ['a limited parameter', { Ref: 'Account' }, '111122223333', true],
  ['a limited parameter', { Ref: 'Account' }, '*', false],
  ['any parameter', { Ref: 'Anything' }, '*', true],
  ['one of a list that is split', { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'Accounts' }] }] }, '*', false],
  ['a text around any parameter', { 'Fn::Sub': 'arn:aws:iam::${Anything}:root' }, 'events.amazonaws.com', false],
  ['a text around any parameter', { 'Fn::Sub': 'arn:aws:iam::${Anything}:root' }, 'arn:aws:iam::*:root', true],
  ['a text that is known', 'orders', 'orders', true],
  ['a text that is known', 'orders', '*', false],
])('whether %s could be: %j, %s', (_, value, text, expected) => {
  expect(subject(withValue(value, sections)).couldBe(text)).toBe(expected);
});
