import fc from 'fast-check';
import { defaultCharacters, generatedValue } from '../../src/parameter/handler/generated-value';
import { charactersOf } from '../../src/parameter/handler/request';

test('a value has the length, and only the characters that it may have', () => {
  const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 95 });
  fc.assert(
    fc.property(printable, fc.integer({ min: 1, max: 4096 }), (written, length) => {
      const characters = charactersOf(written, '');
      const value = generatedValue({ length, characters });
      expect(value).toHaveLength(length);
      expect([...value].every((character) => characters.includes(character))).toBe(true);
    }),
  );
});

test('a character that is written twice is not more likely, and one that is left out does not appear', () => {
  expect(charactersOf('aabbc', 'b')).toBe('ac');
});

test('every character is equally likely, also where their number does not divide a byte', () => {
  // 256 = 4 · 62 + 8: the remainder of a byte would give the first eight a quarter more than the others.
  const draws = 620_000;
  const counts = new Map<string, number>();
  for (const character of generatedValue({ length: draws, characters: defaultCharacters })) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const expected = draws / defaultCharacters.length;
  const chiSquared = [...defaultCharacters]
    .map((character) => ((counts.get(character) ?? 0) - expected) ** 2 / expected)
    .reduce((sum, term) => sum + term, 0);
  // 61 degrees of freedom: by chance once in 10^12 runs; a remainder gives about 3,000.
  expect(chiSquared).toBeLessThan(180);
});

test('no two values are alike', () => {
  const values = Array.from({ length: 1000 }, () => generatedValue({ length: 22, characters: defaultCharacters }));
  expect(new Set(values).size).toBe(values.length);
});
