import type { Evidence } from './evidence';
import { hasManyCharacters, isPlaceholder, isRandom } from './literals';

const inHeader: Evidence = { kind: 'authorization header', because: 'it is the value of an authorization header' };
const onCommandLine: Evidence = { kind: 'password', because: 'a command is given it' };

/** Words without which there is none; most texts have none of them. */
const hints = /authorization|^(?:basic|bearer|token|api-token|apikey)\s|\bcurl\b|\bmysql|\bsshpass\b|chpasswd|\/:_/i;

/** Credentials that commands and requests are given without a name that tells them. */
export function findCredentialInCommand(text: string): Evidence | undefined {
  if (!hints.test(text)) return undefined;
  return inAuthorization(text) ?? inUserOption(text) ?? inPasswordOption(text);
}

function inAuthorization(text: string): Evidence | undefined {
  const header =
    /(?:^|authorization\\?["']?\s{0,3}[:=,]\s{0,3}\\?["']?)(?:(basic|bearer|token|api-token|apikey)\s{1,3})?([\w.+/=~@-]{8,4096})/gi;
  for (let match = header.exec(text); match; match = header.exec(text)) {
    const [whole, scheme, value] = match;
    const isHeader = /^authorization/i.test(whole);
    if (!scheme && (!isHeader || !isRandom(value))) continue;
    if (!isHeader && whole.length !== text.length) continue;
    if (isHeader && /^(?:bearer|basic|token|header|none|custom|cognito\w*|aws_iam)$/i.test(value)) continue;
    if (hasManyCharacters(value, 6) && /\d|[A-Z]/.test(value) && !isPlaceholder(value)) return inHeader;
  }
  return undefined;
}

const examples = /^(?:change(?:it|me)|pass(?:w(?:or)?d)?|pwd|test|token|user|(.)\1*)$/i;

/** `curl -u user:password`, with or without quotes. */
function inUserOption(text: string): Evidence | undefined {
  if (!/\bcurl\b/.test(text)) return undefined;
  const option = /\s(?:-u|--user)(?:=|[ \t]{0,5})["']?([^\s:"']{0,128})["']?:["']?([^\s"']{0,256})/g;
  for (const [, user, password] of text.matchAll(option)) {
    const written = (password === '' ? user : password).replace(/>+$/, '');
    const isVariable = /[$<{[]/.test(written[0] ?? '') && isPlaceholder(written);
    if (written !== '' && !examples.test(written) && !isVariable && !/\{\{|\$\{|\$\(/.test(written)) {
      return onCommandLine;
    }
  }
  return undefined;
}

/** `mysql -psecret`, `sshpass -p secret`, `echo user:secret | chpasswd`. */
function inPasswordOption(text: string): Evidence | undefined {
  const options = [
    /\bmysql(?:dump|admin|import)?\b[^\n|;]{0,200}?\s-p["']?([^\s"'$]{4,128})/,
    /\/:_(?:authToken|auth|password)\s{0,2}=\s{0,2}["']?([^\s"'$]{6,256})/,
    /\bsshpass\s{1,4}-p\s{0,4}["']?([^\s"']{4,128})/,
    /\becho\s{1,4}["']?[\w.-]{1,64}:([^\s"'|$]{3,128})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?chpasswd\b/,
  ];
  const written = options.map((option) => option.exec(text)?.[1]).find((one) => one !== undefined);
  return written !== undefined && !isPlaceholder(written) ? onCommandLine : undefined;
}
