import { BlockList, isIPv4 } from 'node:net';
import type { Condition } from '../../../iam/condition';
import { conditionOperator } from '../../../iam/condition-operator';
import type { Term } from '../../../iam/term';

/** What the values of a key look like. */
interface Form {
  /** Whether the key is never a text. */
  readonly isNever: (text: string) => boolean;
  /** Whether it is never what a pattern stands for. */
  readonly isNeverLike: (pattern: string) => boolean;
  readonly wanted: string;
}

/** Requests that nobody signed have `anonymous` for an account. */
const account: Form = {
  isNever: (text) => !/^(\d{12}|anonymous)$/.test(text),
  isNeverLike: (pattern) => !(pattern.includes('*') ? /^[\d*?]*$/ : /^([\d?]{12}|anonymous)$/).test(pattern),
  wanted: 'the 12 digits of an account',
};

const organization: Form = {
  isNever: (text) => !/^o-[^/*?]+$/.test(text),
  isNeverLike: (pattern) => startsDifferently(pattern) || pattern.includes('/'),
  wanted: 'the id of an organization, `o-…`; what is a part of one is compared with the key that ends with `OrgPaths`',
};

const organizationPath: Form = {
  isNever: (text) => !/^o-[^/*?]+\/[^*?]*$/.test(text),
  isNeverLike: (pattern) => startsDifferently(pattern) || /^[^/*?]*$/.test(pattern),
  wanted: 'a path that begins with the organization, such as `o-…/r-…/ou-…/*`, with `StringLike`',
};

/** Names hold no wildcards; what API Gateway and CloudWatch Logs call theirs does. */
const arn: Form = {
  isNever: (text) => /[*?]/.test(text.replace(/:\*$/, '')) && !text.includes(':execute-api:'),
  isNeverLike: () => false,
  wanted: '`ArnLike`, which takes wildcards, or the whole ARN',
};

/**
 * By key, in lower case.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 */
const forms: Readonly<Record<string, Form>> = {
  'aws:principalaccount': account,
  'aws:resourceaccount': account,
  'aws:sourceaccount': account,
  'kms:calleraccount': account,
  's3:resourceaccount': account,
  'aws:principalorgid': organization,
  'aws:resourceorgid': organization,
  'aws:sourceorgid': organization,
  'aws:vpceorgid': organization,
  'aws:principalorgpaths': organizationPath,
  'aws:resourceorgpaths': organizationPath,
  'aws:sourceorgpaths': organizationPath,
  'aws:vpceorgpaths': organizationPath,
  'aws:principalarn': arn,
  'aws:sourcearn': arn,
  'lambda:sourcefunctionarn': arn,
};

/**
 * `aws:SourceIp` is the address that AWS sees: what comes from a network of one's own comes by a public one, or by an
 * endpoint, which has `aws:VpcSourceIp` instead.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-private-ip-address
 */
const publicRange = 'a public range; `aws:VpcSourceIp` is the address of whoever comes by a VPC endpoint';

/** What to compare with instead, where the key is never one of the values of a condition. */
export function wantedInstead({ operator, key, values }: Condition): string | undefined {
  const name = key.toLowerCase();
  const compares = conditionOperator(operator).comparison?.name.toLowerCase() ?? '';
  if (values.length === 0) return undefined;
  if (/^(not)?ipaddress$/.test(compares)) {
    return name === 'aws:sourceip' && values.every((value) => value.ask(isPrivateRange)) ? publicRange : undefined;
  }
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form || !compares.startsWith('string')) return undefined;
  const isNever = compares.endsWith('like') ? form.isNeverLike : form.isNever;
  return values.every((value) => isWritten(value, form) && isNever(value.toString())) ? form.wanted : undefined;
}

/** What is known only later may be anything; but an ARN is no account, whatever its account is. */
function isWritten(value: Term, form: Form): boolean {
  const { known } = value;
  return known !== undefined && (!known.includes('${') || (form === account && known.startsWith('arn:')));
}

function startsDifferently(pattern: string): boolean {
  const [start] = /^[^*?]*/.exec(pattern)!;
  return !start.startsWith('o-') && !'o-'.startsWith(start);
}

const privateRanges = new BlockList();
privateRanges.addSubnet('10.0.0.0', 8);
privateRanges.addSubnet('172.16.0.0', 12);
privateRanges.addSubnet('192.168.0.0', 16);

/** A range that is in one of RFC 1918 is there with its first address, and is not wider. */
function isPrivateRange(value: Term): boolean {
  const [, address = '', bits = '32'] = /^([\d.]+)(?:\/(\d{1,2}))?$/.exec(value.known ?? '') ?? [];
  if (!isIPv4(address) || !privateRanges.check(address)) return false;
  const narrowest = address.startsWith('10.') ? 8 : address.startsWith('172.') ? 12 : 16;
  return Number(bits) >= narrowest && Number(bits) <= 32;
}
