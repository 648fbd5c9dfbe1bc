import type { Evidence } from './evidence';
import { isPlaceholder } from './literals';

const inAddress: Evidence = { kind: 'connection string', because: 'it holds a password in its address' };
const inFields: Evidence = { kind: 'connection string', because: 'it holds a password in its fields' };

/** `postgres://user:password@host`, anywhere in a text. */
export function findPasswordInAddress(text: string): Evidence | undefined {
  if (!text.includes('@')) return undefined;
  const userInfo = /[^\s:/?#@"'`<>]{0,128}:([^\s/?#@"'`]{1,256})@(?=[^\s@])/y;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    userInfo.lastIndex = at + 3;
    const password = userInfo.exec(text)?.[1];
    if (password === undefined || !/[a-z]/i.test(text[at - 1] ?? '')) continue;
    if (!isPlaceholder(password) && !isPort(password, text.slice(userInfo.lastIndex, userInfo.lastIndex + 7))) {
      return inAddress;
    }
  }
  return undefined;
}

/** `registry:5000/image@sha256:…` */
function isPort(password: string, host: string): boolean {
  return /^\d{1,5}$/.test(password) && host === 'sha256:';
}

const otherField =
  /(?:^|[;&?,(\s"'])(?:server|data source|host|hostname|addr|address|uid|user|user ?id|username|database|initial catalog|dbname|protocol)\s{0,4}=/i;

/** `Server=db;User Id=app;Password=…`: a password among other fields of a connection, on one line. */
export function findPasswordInFields(text: string): Evidence | undefined {
  if (!/pass|pwd/i.test(text)) return undefined;
  const field = /(?:^|[;&?,(\s"'])(?:password|passwd|pwd)\s{0,4}=\s{0,4}(["']?)([^;&,)\s"']{1,256})/gi;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [whole, , password] = match;
    // `connect(user=user, password=password)`
    const isArgument = /^[(,\s]/.test(whole) && /^(?:password|passwd|pwd)$/i.test(password);
    if (isArgument || isPlaceholder(password) || /[([{]/.test(password)) continue;
    const end = match.index + whole.length;
    const before = text.slice(Math.max(0, match.index - 256), match.index + 1);
    const after = text.slice(end, end + 256);
    const line = `${before.slice(before.lastIndexOf('\n', before.length - 2) + 1)}${after.split('\n', 1)[0]}`;
    if (otherField.test(line)) return inFields;
  }
  return undefined;
}
