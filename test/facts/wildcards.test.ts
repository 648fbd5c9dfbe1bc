import fc from 'fast-check';
import { matchesWildcards } from '../../src/facts/wildcards';
import { Term, tokenize } from '../../src/iam/term';
import { matches, patternOf } from '../../src/iam/wildcard-matching';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/'), maxLength: 12 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 });

/** Slow on hostile input, but beyond doubt. */
function expression(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}

test('wildcards mean what a regular expression would', () => {
  fc.assert(
    fc.property(pattern, text, (glob, value) => {
      expect(matchesWildcards(glob, value)).toBe(expression(glob).test(value));
    }),
    { numRuns: 2000 },
  );
});

test('the three-valued matching of policies agrees where everything is known', () => {
  fc.assert(
    fc.property(pattern, text, (glob, value) => {
      const verdict = matches(
        patternOf(Term.of(glob), () => undefined),
        tokenize(value),
      );
      expect(verdict).toBe(expression(glob).test(value) ? 'yes' : 'no');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['${AWS::AccountId}', '111122223333', 'unknown'],
  ['${AWS::AccountId}', 'books', 'no'],
  ['${AWS::AccountId}', '${AWS::AccountId}', 'yes'],
  ['${AWS::Region}', 'eu-west-1', 'unknown'],
  ['${AWS::Region}', 'eu:west', 'no'],
  ['${Bucket}', 'books', 'no'],
  ['${Bucket}', '${Bucket}', 'yes'],
  ['*', '${Bucket}', 'yes'],
  ['${Bucket}/*', '${Bucket}/a', 'yes'],
  ['?', '${Bucket}', 'no'],
  ['books-*', 'books-${AWS::Region}', 'yes'],
  ['books-eu-west-1', 'books-${AWS::Region}', 'unknown'],
  ['films-eu-west-1', 'books-${AWS::Region}', 'no'],
])('%s and %s: %s', (glob, value, verdict) => {
  expect(
    matches(
      patternOf(Term.of(glob), () => undefined),
      tokenize(value),
    ),
  ).toBe(verdict);
});
