/** Control and format characters (those that turn the direction of text around, or are not seen), line separators, halves of characters. */
const spoofing = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Core takes `[ack: …]` out of what it prints, with everything up to the next bracket. */
const takenOutByCore = /\[(?=ack:)/gi;

/** What comes from a template, so that it cannot move the cursor of a terminal, pretend to be another line, or hide. */
export function escape(text: string): string {
  return text.replace(spoofing, codeOf).replace(takenOutByCore, codeOf);
}

function codeOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
