/** What the name of a variable says about its value. */
export type Telling = 'password' | 'secret';

const passwordWords = new Set(['password', 'passwd', 'passphrase', 'passcode', 'pwd', 'pass']);
const secretWords = new Set(['secret', 'token', 'apikey', 'credential', 'credentials', 'privatekey', 'secretkey']);

/** In front of `key`, these make it one that has to be kept. */
const keyKinds = new Set(['api', 'private', 'secret', 'access', 'encryption', 'signing', 'master', 'auth', 'hmac']);

/** After the telling word, these say that the value is about the secret, or where it is, and not the secret. */
const pointers = new Set(
  `arn name id ids path file location url uri endpoint host region bucket table queue topic parameter param ref alias
  version stage ttl expiry expiration expires lifetime age length size count limit min max type kind format algorithm
  header field column prefix suffix pattern policy issuer audience scope enabled disabled required rotation provider
  store manager service function seconds minutes hours days ms index label description`.split(/\s+/),
);

/**
 * Whether a variable of that name holds a secret: `DB_PASSWORD` does, `DB_PASSWORD_PARAMETER_NAME` says where one is.
 */
export function tellingName(name: string): Telling | undefined {
  let telling: Telling | undefined;
  const words = wordsOf(name);
  words.forEach((word, index) => {
    if (passwordWords.has(word)) telling = 'password';
    else if (secretWords.has(word) || (word === 'key' && keyKinds.has(words[index - 1]))) telling = 'secret';
    else if (pointers.has(word)) telling = undefined;
  });
  return telling;
}

function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 512)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
