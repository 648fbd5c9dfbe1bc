/** What stands at one place of an ARN: one character of a kind, or any number of them. */
interface Piece {
  readonly accepts: string;
  readonly repeats: boolean;
}

const anything = 'anything';
const oneName = 'neither colon nor slash';
const oneSegment = 'no colon';
const noSlash = 'no slash';

/**
 * Whether an ARN of a policy, which may hold `*`, `?` and `${…}` for a piece that is only known after deployment, can
 * stand for a resource of the format.
 *
 * A name at the end of a format may hold slashes (`object`, `role` with a path) unless another format of the service
 * goes on from there, as an object's does from its bucket's.
 */
export function canBe(arn: string, format: string, formatsOfTheService: readonly string[]): boolean {
  const ofFormat = piecesOfFormat(format, formatsOfTheService);
  return withoutLogStreams(arn).some((form) => overlap(piecesOfArn(form), ofFormat));
}

/**
 * CloudWatch Logs takes a log group in policies with `:*` behind it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
function withoutLogStreams(arn: string): readonly string[] {
  return /:log-group:.*:\*$/.test(arn) ? [arn, arn.slice(0, -2)] : [arn];
}

function piecesOfArn(arn: string): readonly Piece[] {
  return tokens(arn).flatMap((token, index) => {
    if (token === '*') return [{ accepts: anything, repeats: true }];
    if (token === '?') return [{ accepts: anything, repeats: false }];
    if (!token.startsWith('${')) return [{ accepts: token, repeats: false }];
    return index === 0 ? [{ accepts: anything, repeats: true }] : oneOrMore(oneName);
  });
}

function piecesOfFormat(format: string, formatsOfTheService: readonly string[]): readonly Piece[] {
  const all = tokens(format);
  return all.flatMap((token, index) => {
    if (token === '*') return [{ accepts: anything, repeats: true }];
    if (!token.startsWith('${')) return [{ accepts: token, repeats: false }];
    const next = all[index + 1];
    if (next === undefined) return oneOrMore(lastName(format, formatsOfTheService));
    return oneOrMore(next === ':' ? oneSegment : next === '/' ? noSlash : oneName);
  });
}

function lastName(format: string, formatsOfTheService: readonly string[]): string {
  const continuations = formatsOfTheService
    .map(withoutNames)
    .filter((other) => other.startsWith(withoutNames(format)))
    .map((other) => other[withoutNames(format).length]);
  if (continuations.includes(':')) return continuations.includes('/') ? oneName : oneSegment;
  return continuations.includes('/') ? noSlash : anything;
}

function withoutNames(format: string): string {
  return format.replace(/\$\{[^}]*\}/g, '${}');
}

function tokens(arn: string): readonly string[] {
  return arn.match(/\$\{[^}]*\}|[^]/g) ?? [];
}

function oneOrMore(kind: string): readonly Piece[] {
  return [
    { accepts: kind, repeats: false },
    { accepts: kind, repeats: true },
  ];
}

/** Whether one text can be read as both: a walk over the pairs of places that both can be at after the same text. */
function overlap(a: readonly Piece[], b: readonly Piece[]): boolean {
  const seen = new Set<number>();
  const open: [number, number][] = [[0, 0]];
  while (open.length > 0) {
    const [i, j] = open.pop()!;
    const place = i * (b.length + 1) + j;
    if (seen.has(place)) continue;
    seen.add(place);
    if (i === a.length && j === b.length) return true;
    if (a[i]?.repeats) open.push([i + 1, j]);
    if (b[j]?.repeats) open.push([i, j + 1]);
    if (i < a.length && j < b.length && share(a[i].accepts, b[j].accepts)) {
      open.push([a[i].repeats ? i : i + 1, b[j].repeats ? j : j + 1]);
    }
  }
  return false;
}

function share(a: string, b: string): boolean {
  const aIsCharacter = a.length === 1;
  if (aIsCharacter && b.length === 1) return a === b;
  if (!aIsCharacter && b.length !== 1) return true;
  return aIsCharacter ? accepts(b, a) : accepts(a, b);
}

function accepts(kind: string, character: string): boolean {
  if (kind === oneName) return character !== ':' && character !== '/';
  if (kind === oneSegment) return character !== ':';
  return kind === anything || character !== '/';
}
