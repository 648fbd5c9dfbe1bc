import { findSecret, inWords, writtenOutIn } from '../facts/secrets';

/** What of a rendered value is, or looks like, a secret that is written out; never with the secret in it. */
export function literalsIn(rendered: unknown, where: 'value' | 'template' | 'description' = 'value'): string[] {
  const text = textOf(rendered);
  const literal = where === 'value' ? writtenOutIn(text) : undefined;
  if (literal !== undefined) return [literal];
  const found = findSecret('', text, where === 'description' ? 'prose' : 'value');
  return found ? [inWords(found)] : [];
}

/** With `${…}` for what is only known after deployment. */
function textOf(rendered: unknown): string {
  if (rendered === undefined || rendered === null) return '';
  if (typeof rendered !== 'object') return String(rendered as string | number);
  const { 'Fn::Join': join } = rendered as { readonly 'Fn::Join'?: [string, unknown[]] };
  return join ? join[1].map(textOf).join(join[0]) : '${…}';
}
