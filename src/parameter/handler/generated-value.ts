import { randomInt } from 'node:crypto';

/** Letters and digits: every one of them survives shells, URLs, connection strings and JSON. */
export const defaultCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** How a value is made. */
export interface Generation {
  readonly length: number;
  readonly characters: string;
}

/**
 * A new value: each character equally likely, which the remainder of a random byte would not be.
 *
 * @see https://nodejs.org/api/crypto.html#cryptorandomintmin-max-callback
 */
export function generatedValue({ length, characters }: Generation): string {
  return Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
}
