/** Why a text looks like a secret, in words that do not repeat it. */
export interface Evidence {
  /** For example `GitHub token`. */
  readonly kind: string;
  /** The end of a sentence that begins with "the value looks like a secret:". */
  readonly because: string;
}

/**
 * What the place of a text says about it: the value of something that has a name, a property that takes nothing but a
 * secret, or words that people read.
 */
export type Where = 'value' | 'credential' | 'prose';

/** `an AWS access key id: it …` */
export function inWords({ kind, because }: Evidence): string {
  return `${/^(?:[aeio]|npm|xAI)/i.test(kind) ? 'an' : 'a'} ${kind}: ${because}`;
}
