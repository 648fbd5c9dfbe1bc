export const genres = ['biography', 'children', 'crime', 'essay', 'fantasy', 'novel', 'poetry', 'science'] as const;

export type Genre = (typeof genres)[number];

export interface Book {
  readonly title: string;
  readonly year: number;
  readonly genre: Genre;
}

export interface Author {
  readonly name: string;
  readonly books: readonly Book[];
  readonly portrait?: Portrait;
}

export interface Portrait {
  readonly image: Buffer;
  readonly contentType: 'image/jpeg' | 'image/png';
}

/** A request that is wrong, with everything that is wrong about it. */
export class InvalidAuthor extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
    this.name = 'InvalidAuthor';
  }
}

const LONGEST_NAME = 200;
const MOST_BOOKS = 50;
const LARGEST_PORTRAIT = 1024 * 1024;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Reads the body of `POST /author`. Nothing that isn't named here gets any further. */
export function parseAuthor(body: string | null): Author {
  const json = parseObject(body);
  const problems: string[] = [];

  const name = text(json.name, 'name', problems);
  const list = json.books ?? [];
  if (!Array.isArray(list) || list.length > MOST_BOOKS) {
    problems.push(`'books' must be a list of at most ${MOST_BOOKS}`);
  }
  const books = (Array.isArray(list) ? list.slice(0, MOST_BOOKS) : []).map((book, i) => parseBook(book, i, problems));
  const portrait = json.portrait === undefined ? undefined : parsePortrait(json.portrait, problems);

  if (problems.length > 0) throw new InvalidAuthor(problems);
  return { name, books, portrait };
}

function parseObject(body: string | null): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(body ?? '');
  } catch {
    throw new InvalidAuthor(['the body must be JSON']);
  }
  if (!isObject(json)) throw new InvalidAuthor(['the body must be a JSON object']);
  return json;
}

function parseBook(book: unknown, index: number, problems: string[]): Book {
  const at = `books[${index}]`;
  const { title, year, genre } = isObject(book) ? book : {};
  const thisYear = new Date().getUTCFullYear();
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 0 || year > thisYear + 1) {
    problems.push(`'${at}.year' must be a year`);
  }
  if (!genres.includes(genre as Genre)) problems.push(`'${at}.genre' must be one of ${genres.join(', ')}`);
  return { title: text(title, `${at}.title`, problems), year: year as number, genre: genre as Genre };
}

function parsePortrait(portrait: unknown, problems: string[]): Portrait | undefined {
  if (typeof portrait !== 'string' || !BASE64.test(portrait)) {
    problems.push("'portrait' must be an image in Base64");
    return undefined;
  }
  const image = Buffer.from(portrait, 'base64');
  const contentType = contentTypeOf(image);
  if (image.length > LARGEST_PORTRAIT) problems.push(`'portrait' must be at most ${LARGEST_PORTRAIT} bytes`);
  if (contentType === undefined) {
    problems.push("'portrait' must be a JPEG or PNG image");
    return undefined;
  }
  return { image, contentType };
}

/** By what is in the file: what the caller calls it decides nothing. */
function contentTypeOf(image: Buffer): Portrait['contentType'] | undefined {
  if (image.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (image.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  return undefined;
}

function text(value: unknown, at: string, problems: string[]): string {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  if (trimmed === '' || trimmed.length > LONGEST_NAME) {
    problems.push(`'${at}' must be a text of 1 to ${LONGEST_NAME} characters`);
  }
  return trimmed;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
