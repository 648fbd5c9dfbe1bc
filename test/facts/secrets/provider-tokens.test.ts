import { prefixedTokens } from '../../../src/facts/secrets/provider-token-forms';
import { findProviderToken } from '../../../src/facts/secrets/provider-tokens';

/** Characters of every alphabet, so that no text here is a token of anybody. */
const characters: Readonly<Record<string, string>> = {
  alnum: 'a0',
  letter: 'aB',
  upper: 'A2',
  digit: '12',
  hex: 'a0',
  word: 'a0',
  base64: 'a0',
  base64url: 'a0',
};

const forms = prefixedTokens
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [kind, rest] = line.split(': ');
    return rest.split(' ').map((form) => [kind, form] as const);
  });

function filledIn(form: string): string {
  return form.replace(/\{([a-z]+?(?:64(?:url)?)?)(\d+)(?:-\d+|\+)?\}/g, (_, alphabet: string, count: string) =>
    characters[alphabet].repeat(Number(count)).slice(0, Number(count)),
  );
}

test.each(forms)('a %s of the form %s is found in the middle of a text', (kind, form) => {
  expect(findProviderToken(`see "${filledIn(form)}" there`)?.kind).toBe(kind);
});
