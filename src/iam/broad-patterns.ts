import { withAllFields } from './arn-matching';
import type { Statement } from './statement';
import type { Term } from './term';
import { Unknown } from '../template/resolved';
import type { Resolved } from '../template/resolved';

/** `*`: everything that AWS has. */
export function isEveryAction(action: Term): boolean {
  return action.ask(saysEveryAction);
}

function saysEveryAction(action: Term): boolean {
  return /^\*+$/.test(action.toString()) || /^\*+:[*?]*\*[*?]*$/.test(action.toString());
}

/** `s3:*`, also written `S3:**` or `s3:?*`: everything that a service has. */
export function isWholeService(action: Term): boolean {
  return action.ask(saysWholeService);
}

function saysWholeService(action: Term): boolean {
  return saysEveryAction(action) || /^[^:]+:[*?]*\*[*?]*$/.test(action.toString());
}

/** Whether a pattern of a statement stands for an action; IAM does not look at the case. */
export function isPatternFor(pattern: Term, action: string): boolean {
  return pattern.standsFor(action);
}

/**
 * Whether a resource is all there are: `*`, `arn:aws:dynamodb:*` and `arn:aws:dynamodb`, or an ARN whose part for the
 * resource is nothing but a wildcard, or nothing but a type and a wildcard where `ofOneType` says that this counts too.
 */
export function isEveryResource(resource: Term, { ofOneType = false } = {}): boolean {
  const breadth = resource.ask(breadthOf);
  return breadth === 'everything' || (ofOneType && breadth === 'everything of one type');
}

function breadthOf(resource: Term): 'everything' | 'everything of one type' | undefined {
  const [completed] = resource.ask(withAllFields);
  const written = completed.toString();
  if (!written.includes('*')) return undefined;
  const text = written.replace(/\$\{[^}]*\}/g, (symbol) => symbol.replaceAll(':', '\0'));
  if (/^[*?]*\*[*?]*$/.test(text)) return 'everything';
  const segments = text.split(':');
  if (!/^(arn|\*)$/.test(segments[0])) return undefined;
  // What cannot be an account is a name in the wrong place: `arn:aws:s3::books`.
  const isMisplaced = completed !== resource && !/^(\d{12}|[*?]*|.*\$\{.*)$/.test(segments[4]);
  if (segments.length < 6 || isMisplaced) return undefined;
  const rest = segments.slice(5).join(':');
  if (/^[*?:/]*\*[*?:/]*$/.test(rest)) return 'everything';
  const isBucket = segments[4] === '';
  return !isBucket && /^[\w-]+[:/][*?:/]*\*[*?:/]*$/.test(rest) ? 'everything of one type' : undefined;
}

/** Whether a resource that is not known may turn out to be all there are; what another stack exports is one resource. */
export function mayBeEveryResource(resource: Resolved | undefined): boolean {
  return resource instanceof Unknown && resource.couldBe('*') && !resource.text.startsWith('${import ');
}

/** Whether a statement is about all resources, as far as it says. */
export function isOnEverything(statement: Statement, options?: { readonly ofOneType?: boolean }): boolean {
  return statement.resources?.some((resource) => isEveryResource(resource, options)) ?? false;
}
