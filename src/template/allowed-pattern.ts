/**
 * What the `AllowedPattern` of a parameter lets through, or `undefined` where that cannot be told: CloudFormation reads
 * the expressions of Java, of which some mean something else here.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html all of the value has to match
 */
export function allowedPattern(written: unknown): RegExp | undefined {
  if (typeof written !== 'string' || written.length > longest || onlyInJava.test(written)) return undefined;
  try {
    return new RegExp(`^(?:${written})$`);
  } catch {
    return undefined;
  }
}

const longest = 500;
const onlyInJava = /\\[pPQEhHRXzZAGk]|&&|\(\?[^:=!]|[+*?}]\+|\[[^\]]*\[/;

/** What a piece of such a text may be: one without wildcards, where none may stand in the whole. */
export function patternOfPieces(pattern: RegExp | undefined): RegExp | undefined {
  return pattern && !mayHoldWildcard(pattern.source) ? noWildcard : undefined;
}

const noWildcard = /^[^*?]*$/;
const characters = /\\(.)|\[(?:\\.|[^\]\\])*\]|\./g;
const neverWildcard = /[dwsbBnrtfv\d]|[^*?\w]/;

function mayHoldWildcard(source: string): boolean {
  return [...source.matchAll(characters)].some(([written, escaped]) => {
    if (escaped !== undefined) return !neverWildcard.test(escaped);
    return written === '.' || ['*', '?'].some((wildcard) => new RegExp(written).test(wildcard));
  });
}
