import { Token } from 'aws-cdk-lib';
import type { Refusals } from '../refusals/refusals';

/**
 * What a text would mean in a policy besides itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html (characters of a policy)
 */
const faults: readonly (readonly [isFault: (text: string) => boolean, because: string])[] = [
  [(text) => Token.isUnresolved(text), 'is only known after deployment, when it may turn out to stand for everything'],
  [(text) => text.trim() === '', 'is empty, which stands for everything'],
  [(text) => /[*?]/.test(text), 'has a wildcard'],
  [(text) => text.includes('${'), 'has a policy variable'],
  [(text) => /[^\u0020-\u00ff]/.test(text), 'has a character that a policy cannot hold'],
];

/** Refuses a text that would stand for more than itself in a policy. */
export function refuseUnlessLiteral(refusals: Refusals, what: string, text: string, instead: string): boolean {
  const fault = faults.find(([isFault]) => isFault(text));
  if (fault) refusals.add(`the ${what} '${text}' ${fault[1]}`, instead);
  return fault === undefined;
}

/** Refuses a list that is empty or has a text that stands for more than itself. */
export function refuseUnlessLiterals(
  refusals: Refusals,
  what: string,
  texts: readonly string[],
  instead: string,
): void {
  if (Token.isUnresolved(texts) || texts.length === 0) {
    refusals.add(
      `the list of every ${what} is ${texts.length === 0 ? 'empty' : 'only known after deployment'}`,
      instead,
    );
    return;
  }
  for (const text of texts) refuseUnlessLiteral(refusals, what, text, instead);
}

/** Refuses a beginning that other names have too: `in` is also that of `invoices/`. */
export function refuseUnlessPrefix(refusals: Refusals, what: string, prefix: string, separators: string): void {
  const example = separators[0];
  const instead = `write the whole of it, up to a separator, such as 'in${example}'`;
  if (!refuseUnlessLiteral(refusals, what, prefix, instead)) return;
  refusals.addIf(
    !separators.includes(prefix[prefix.length - 1]),
    `the ${what} '${prefix}' is also the beginning of '${prefix}x'`,
    `end it with one of '${[...separators].join("', '")}'`,
  );
}
