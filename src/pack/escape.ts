/** Control characters, line separators and what turns the direction of text around. */
// eslint-disable-next-line no-control-regex
const spoofing = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** What comes from a template, so that it cannot move the cursor of a terminal or pretend to be another line. */
export function escape(text: string): string {
  return text.replace(spoofing, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
