/** Something else takes its place later: `${…}`, `{{…}}`, `<…>`, `%…%`, `$NAME`, `***`. */
export function isPlaceholder(text: string): boolean {
  return (
    /\$\{[^}]*\}|\{\{|^\$\(|^<[^>]*>$|^\{[^}]*\}$|^\[[^\]]*\]$|^%[^%]*%$|^[*x.#_-]+$|^X{3,}/i.test(text) ||
    /^(?:your|replace|insert|enter|put)[_-](?:\w{1,20}[_-]){0,3}(?:password|secret|token|key|value|here)$/i.test(
      text,
    ) ||
    // An expression of a shell, a mapping template or a JSONPath: `$NAME`, `$input.body`, `$.detail`.
    /^\$!?[A-Za-z_]\w*(?:$|[.([])|^\$\d?$|^\$[.[]/.test(text)
  );
}

const wordsWithoutSecret = new Set(
  `true false yes no on off none null nil undefined enabled disabled required optional string text number integer
  boolean bool object array any unknown json header query body cookie basic bearer plain default auto rotate hours
  minutes days seconds s n b m l`.split(/\s+/),
);

/** What something with a telling name may hold without giving anything away. */
export function isInnocent(text: string): boolean {
  return (
    /^\s*$/.test(text) ||
    wordsWithoutSecret.has(text.trim().toLowerCase()) ||
    /^-?\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text) ||
    /^(?:arn|urn):/.test(text) ||
    /^(?:\.{0,2}|~)\//.test(text) ||
    /^[A-Za-z]:\\/.test(text) ||
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
    /^[{[]/.test(text) ||
    isPlaceholder(text) ||
    isExpression(text) ||
    isNameOfTheCdk(text) ||
    isSentence(text)
  );
}

/** Where API Gateway, AppSync or a program finds it: `method.request.header.token`. */
function isExpression(text: string): boolean {
  return /^(?:method|integration|stageVariables|context|ctx|event|env|process\.env|request|response)\.[\w.$-]+$/.test(
    text,
  );
}

/** A physical name as CloudFormation makes it of a logical id of the CDK: words, a hash, and often a random end. */
function isNameOfTheCdk(text: string): boolean {
  return /^(?:[a-z][\w-]{0,60}-)?[A-Za-z]{4,120}[0-9A-F]{8}(?:-[A-Za-z0-9]{6,14})?$/.test(text);
}

/** A label or a message: three words or more. */
function isSentence(text: string): boolean {
  return /^\p{L}[\p{L}'’.,:()-]{0,40}(?: [\p{L}'’.,:()-]{1,40}){2,}[.!?]?$/u.test(text.slice(0, 400));
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/**
 * Whether letters, digits and cases follow each other as they do in a generated value: there every other character is
 * of another kind than the one before it, in words and names hardly any.
 */
export function isRandom(text: string): boolean {
  if (text.length < 12 || text.length > 4096 || /\s/.test(text)) return false;
  const isMixed = (changes(text) >= 0.3 && !isOfWords(text)) || isLongHex(text) || isStrewnWithDigits(text);
  return isMixed && hasManyCharacters(text, 8);
}

/** How often the kind of character changes from one to the next; 0 where there is too little to tell. */
function changes(text: string): number {
  let pairs = 0;
  let changed = 0;
  for (let i = 1; i < text.length; i++) {
    const [before, here] = [kindOf(text.charCodeAt(i - 1)), kindOf(text.charCodeAt(i))];
    if (before === 0 || here === 0) continue;
    pairs++;
    if (before !== here) changed++;
  }
  return pairs < 8 ? 0 : changed / pairs;
}

/** The 40 characters of a secret access key, and neither a path nor a name of the CDK. */
export function isSecretAccessKey(text: string): boolean {
  return (
    text.length === 40 &&
    /^[A-Za-z0-9+/]+$/.test(text) &&
    [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) &&
    changes(text) >= 0.3 &&
    !isOfWords(text) &&
    hasManyCharacters(text, 16) &&
    !isNameOfTheCdk(text)
  );
}

/** `MyDatabaseSecret2`: most of its letters are in runs as words have them, and digits come once. */
function isOfWords(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '').length;
  const inWords = (text.match(/[A-Z]?[a-z]{2,}/g) ?? []).join('').length;
  return inWords >= letters * 0.6 && (text.match(/\d+/g) ?? []).length <= 1;
}

/** Words of these six letters are short. */
function isLongHex(text: string): boolean {
  return text.length >= 24 && /^[0-9a-f]+$/i.test(text) && /\d/.test(text) && /[a-f]/i.test(text);
}

/** Nobody writes numbers in three places of one word. */
function isStrewnWithDigits(text: string): boolean {
  return text.length >= 14 && /^[A-Za-z0-9+/=]+$/.test(text) && /\d[^\d]+\d+[^\d]+\d/.test(text);
}

/** Lower case, upper case, digit, or nothing of these. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 48 && code <= 57 ? 3 : 0;
}

export function hasManyCharacters(text: string, wanted: number): boolean {
  return new Set(text.slice(0, 256)).size >= wanted;
}

/** As a person makes a password up who was told to: letters, digits and a mark. */
export function isMadeUpPassword(text: string): boolean {
  return (
    text.length >= 8 &&
    text.length <= 128 &&
    /[a-z]/i.test(text) &&
    /\d/.test(text) &&
    /[!@#%^&*?~$+=]/.test(text) &&
    !/[\s(){}<>[\]/:;,]/.test(text)
  );
}
