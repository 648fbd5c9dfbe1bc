/** What the name of a variable says about its value. */
export type Telling = 'password' | 'secret';

const passwordWords = new Set(['password', 'passwd', 'passphrase', 'passcode', 'passwort', 'pwd', 'pass', 'pw']);
const secretWords = new Set([
  ...['secret', 'token', 'apikey', 'credential', 'credentials', 'creds', 'privatekey', 'secretkey', 'accesskey'],
  ...['authkey', 'licensekey', 'encryptionkey', 'signingkey', 'masterkey', 'webhook'],
]);

/** In front of `key`, these make it one that has to be kept. */
const keyKinds = new Set([
  ...['api', 'private', 'secret', 'access', 'encryption', 'signing', 'master', 'auth', 'hmac', 'account', 'shared'],
  ...['license', 'licence', 'app', 'rest', 'insert', 'ingest', 'service'],
]);

/** In front of `token` or `key`, these make it one that anybody may see. */
const harmlessKinds = new Set(
  'public publishable next continuation pagination page client idempotency creation request csrf xsrf anti'.split(' '),
);

/** After the telling word, these say that the value is about the secret, or where it is, and not the secret. */
const pointers = new Set(
  `arn arns name names id ids path file filename location url urls uri endpoint host region bucket table queue topic
  parameter param ref reference alias version stage ttl expiry expiration expires lifetime age length size count limit
  min max type kind format algorithm header field column prefix suffix pattern policy issuer audience scope scopes
  enabled disabled required rotation provider store manager service function seconds minutes hours days ms index label
  description source strategy generation validity units unit selection expression key template placeholder hint title
  text message error hash digest checksum fingerprint authorizer reset change attempts history use usage mode status
  role user username email environment env var variable`.split(/\s+/),
);

/** Ends of words that are written together: `pgpassword`, `authtoken`, `coshmacsecretkey`. */
const tellingEnds: readonly [RegExp, Telling][] = [
  [/(?:password|passwd|passphrase|dbpwd)$/, 'password'],
  [/(?:secret|apikey|secretkey|privatekey|accesskey|apitoken|authtoken|accesstoken|refreshtoken|jwttoken)$/, 'secret'],
];

const known = new Map<string, Telling | undefined>();

/**
 * Whether a variable of that name holds a secret: `DB_PASSWORD` does, `DB_PASSWORD_PARAMETER_NAME` says where one is.
 */
export function tellingName(name: string): Telling | undefined {
  const known_ = known.get(name);
  if (known_ !== undefined || known.has(name)) return known_;
  const telling = read(name);
  if (known.size < 20_000 && name.length < 200) known.set(name, telling);
  return telling;
}

function read(name: string): Telling | undefined {
  let telling: Telling | undefined;
  const words = wordsOf(name);
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (passwordWords.has(word)) telling = 'password';
    else if (secretWords.has(word)) telling = harmlessKinds.has(before) && word === 'token' ? undefined : 'secret';
    else if (word === 'key' && keyKinds.has(before)) telling = 'secret';
    else if (pointers.has(word)) telling = undefined;
    else telling = tellingEnds.find(([end]) => end.test(word))?.[1] ?? telling;
  });
  return telling;
}

function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 512)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
