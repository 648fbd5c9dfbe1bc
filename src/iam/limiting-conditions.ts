import type { Condition } from './condition';
import type { Term } from './term';
import { all, some, truthOf } from './truth';
import type { Truth } from './truth';
import { matchesWildcards } from '../facts/wildcards';
import { Unknown } from '../template/resolved';

/** Keys whose value says which account, organization, network or access point a request comes from. */
const idKeys = [
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:userid',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:ec2instancesourcevpc',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
];

const arnKeys = [
  'aws:principalarn',
  'aws:sourcearn',
  'aws:sourcevpcarn',
  'ec2:sourceinstancearn',
  'lambda:sourcefunctionarn',
  's3:dataaccesspointarn',
];

/** Operators that hold only where the key is there and has one of the values. */
const positive = ['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike'];

/**
 * Whether conditions leave only known callers of what would be everybody.
 *
 * What everybody can claim (a referer, a user agent, a tag, an external id), what also holds where the key is missing
 * (`…IfExists`, `ForAllValues`, negations) and values that are wildcards limit nobody.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function keepStrangersOut(conditions: readonly Condition[]): Truth {
  return some(conditions.map((condition) => limits(condition, idKeys)));
}

/**
 * Whether conditions name for whom a service acts: the resource or the account that made it call.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function nameTheSource(conditions: readonly Condition[], alsoNaming: readonly string[] = []): Truth {
  return some(conditions.map((condition) => limits(condition, idKeys, alsoNaming)));
}

/** The operator without `ForAnyValue:`, in lower case, where it holds only for a key that is there and has the value. */
export function isPositive(operator: string): boolean {
  return positive.includes(withoutAnyValue(operator));
}

/** Whether a value is one, or all of an organization's, and not a pattern for any. */
export function isFixed(term: Term): Truth {
  const text = term.toString();
  if (/^(o-[a-z0-9]{10,32}\/|[A-Z0-9]{16,}:)/.test(text)) return 'yes';
  if (/[*?]/.test(text) || isPolicyVariable(text)) return 'no';
  return term.known === undefined ? 'unknown' : 'yes';
}

function limits(
  { operator, key, values }: Condition,
  ids: readonly string[],
  alsoNaming: readonly string[] = [],
): Truth {
  if (operator === 'unknown') return 'unknown';
  const name = key.toLowerCase();
  const comparison = withoutAnyValue(operator);
  if (comparison === 'bool' && name === 'aws:principalisawsservice') {
    return all(values.map((value) => truthOf(value.toString().toLowerCase() === 'true')));
  }
  if (comparison === 'ipaddress' && name === 'aws:sourceip') return all(values.map(isNarrowRange));
  if (!positive.includes(comparison)) return 'no';
  if (arnKeys.includes(name)) {
    return all(
      values.map((value) => (comparison === 'stringlike' && isAlsoOfOthers(value) ? 'no' : namesAnOwner(value))),
    );
  }
  if (ids.includes(name) || alsoNaming.includes(name)) return all(values.map(isFixed));
  const context = alsoNaming.find((id) => id.endsWith(':*') && name.startsWith(id.slice(0, -1)));
  return context
    ? all(values.map((value) => (value.toString().startsWith('arn:') ? namesAnOwner(value) : isFixed(value))))
    : 'no';
}

/** Of no values none is as wanted: `ForAnyValue` does not hold without the key, and not with `IfExists` either. */
function withoutAnyValue(operator: string): string {
  return operator.toLowerCase().replace(/^foranyvalue:(.+?)(ifexists)?$/, '$1');
}

/**
 * An ARN of one account, or of one bucket or other thing whose ARN has no account: what begins like it everybody may call
 * theirs.
 */
function namesAnOwner(term: Term): Truth {
  const text = term.toString();
  if (isPolicyVariable(text)) return 'no';
  const segments = text.replace(/\$\{[^}]*\}/g, (symbol) => symbol.replaceAll(':', '\0')).split(':');
  if (segments.length < 6) return isFixed(term);
  const [service, account] = [segments[2], segments[4]];
  const name = segments.slice(5).join(':');
  const owner = account !== '' ? account : service === 's3' ? name.split('/')[0] : name;
  if (/[*?]/.test(owner)) return 'no';
  const unknown = term.parts.some((part) => part instanceof Unknown && owner.includes(part.text.replaceAll(':', '\0')));
  return unknown ? 'unknown' : 'yes';
}

/** ARNs whose end may be the number of an account, with something behind it. */
const endings: readonly (readonly [service: string, resource: string])[] = [
  ['lambda', 'function'],
  ['logs', 'log-group'],
  ['states', 'stateMachine'],
];

/**
 * Whether a pattern that is compared as a text (`arn:aws:logs:*:111122223333:*`) is also met by what another account calls
 * by the number: its `*` reaches over colons, which it does not where ARNs are compared.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function isAlsoOfOthers(pattern: Term): boolean {
  const text = pattern.toString().replaceAll('${AWS::AccountId}', home).replaceAll('${AWS::Partition}', 'aws');
  const account = text.split(':')[4] ?? '';
  if (!/^\d{12}$/.test(account)) return false;
  return endings.some(([service, resource]) =>
    matchesWildcards(text, `arn:aws:${service}:us-east-1:999900001111:${resource}:${account}:x`),
  );
}

/** Stands for the account that the template is deployed to. */
const home = '111100009999';

/** S3 calls what is wider than /8 (IPv4) or /32 (IPv6) public. */
function isNarrowRange(term: Term): Truth {
  if (term.known === undefined) return 'unknown';
  const [address, bits] = term.known.split('/');
  if (bits === undefined) return truthOf(/^[\d.]+$|:/.test(address));
  return truthOf(Number(bits) >= (address.includes(':') ? 32 : 8));
}

/** `${aws:username}`, but not `${AWS::AccountId}`. */
function isPolicyVariable(text: string): boolean {
  return /\$\{[\w-]+:[^:}]/.test(text);
}

/**
 * Whether a condition limits the resources that a statement is about: by their tags, or by a key of their service.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export function limitsResources({ operator, key, values }: Condition): boolean {
  const name = key.toLowerCase();
  const isAboutResources =
    /^aws:(resourcetag|requesttag)\//.test(name) ||
    !/^(aws|sts|iam):/.test(name) ||
    name.startsWith('iam:resourcetag/');
  return isAboutResources && isPositive(operator) && values.every((value) => !/^\*+$/.test(value.toString()));
}
