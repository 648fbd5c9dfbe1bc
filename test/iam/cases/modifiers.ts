import { allow, pages, policy, readBy, role } from './case';
import type { Case } from './case';

/** What a condition does with a request that has the wanted value, another, both, none, or does not have the key. */
type Outcome = 'allowed' | 'denied';
interface Outcomes {
  readonly wanted: Outcome;
  readonly other: Outcome;
  readonly both?: Outcome;
  readonly none?: Outcome;
  readonly missing: Outcome;
}

interface Modifier {
  readonly page: string;
  readonly set: string;
  readonly suffix: string;
  readonly positive: Outcomes;
  readonly negated: Outcomes;
}

const [yes, no] = ['allowed', 'denied'] as const;

const modifiers: readonly Modifier[] = [
  {
    page: pages.operators,
    set: '',
    suffix: '',
    positive: { wanted: yes, other: no, missing: no },
    negated: { wanted: no, other: yes, missing: yes },
  },
  {
    page: `${pages.operators}#Conditions_IfExists`,
    set: '',
    suffix: 'IfExists',
    positive: { wanted: yes, other: no, missing: yes },
    negated: { wanted: no, other: yes, missing: yes },
  },
  {
    page: pages.multivalued,
    set: 'ForAllValues:',
    suffix: '',
    positive: { wanted: yes, other: no, both: no, none: yes, missing: yes },
    negated: { wanted: no, other: yes, both: no, none: yes, missing: yes },
  },
  {
    page: pages.multivalued,
    set: 'ForAnyValue:',
    suffix: '',
    positive: { wanted: yes, other: no, both: yes, none: no, missing: no },
    negated: { wanted: no, other: yes, both: yes, none: no, missing: no },
  },
  {
    page: pages.anyValueIfExists,
    set: 'ForAnyValue:',
    suffix: 'IfExists',
    positive: { wanted: yes, other: no, both: yes, none: no, missing: no },
    negated: { wanted: no, other: yes, both: yes, none: no, missing: no },
  },
];

interface Subject {
  readonly positive: string;
  readonly negated?: string;
  readonly inPolicy: string;
  readonly wanted: string;
  readonly other: string;
}

/** One value of the policy, one of the request that it stands for, and one that it does not. */
const subjects: readonly Subject[] = [
  { positive: 'StringEquals', negated: 'StringNotEquals', inPolicy: 'shop', wanted: 'shop', other: 'Shop' },
  {
    positive: 'StringEqualsIgnoreCase',
    negated: 'StringNotEqualsIgnoreCase',
    inPolicy: 'SHOP',
    wanted: 'shop',
    other: 'shops',
  },
  { positive: 'StringLike', negated: 'StringNotLike', inPolicy: 's?o*', wanted: 'shops', other: 'so' },
  { positive: 'NumericEquals', negated: 'NumericNotEquals', inPolicy: '10', wanted: '10.00', other: '10.01' },
  { positive: 'NumericLessThan', inPolicy: '10', wanted: '9', other: '10' },
  { positive: 'NumericGreaterThanEquals', inPolicy: '-1', wanted: '-1', other: '-2' },
  {
    positive: 'DateEquals',
    negated: 'DateNotEquals',
    inPolicy: '2026-11-22T01:00:00+01:00',
    wanted: '2026-11-22T00:00:00Z',
    other: '2026-11-22T01:00:00Z',
  },
  { positive: 'DateLessThanEquals', inPolicy: '2026-11-22T00:00:00Z', wanted: '1795305600', other: '1795305601' },
  { positive: 'DateGreaterThan', inPolicy: '2026-11', wanted: '2026-11-01T00:00:01Z', other: '2026-11-01T00:00:00Z' },
  { positive: 'Bool', inPolicy: 'true', wanted: 'TRUE', other: 'false' },
  { positive: 'BinaryEquals', inPolicy: 'QQ==', wanted: 'QQ==', other: 'Qg==' },
  {
    positive: 'IpAddress',
    negated: 'NotIpAddress',
    inPolicy: '203.0.113.128/25',
    wanted: '203.0.113.255',
    other: '203.0.113.127',
  },
  {
    positive: 'ArnLike',
    negated: 'ArnNotLike',
    inPolicy: 'arn:aws:sns:*:111122223333:b?oks*',
    wanted: 'arn:aws:sns:eu-west-1:111122223333:books:1',
    other: 'arn:aws:sns:eu-west-1:1:111122223333:books',
  },
  {
    positive: 'ArnEquals',
    negated: 'ArnNotEquals',
    inPolicy: 'arn:aws:sns:*:111122223333:books',
    wanted: 'arn:aws:sns:eu-west-1:111122223333:books',
    other: 'arn:aws:sns:eu-west-1:111122223333:Books',
  },
];

const key = 'shop:key';

/** Every operator with every modifier: what is asked for, what is not, both at once, nothing, and no such key. */
export const modifierCases: readonly Case[] = modifiers.flatMap(({ page, set, suffix, positive, negated }) =>
  subjects.flatMap((subject) => [
    ...casesOf(`${set}${subject.positive}${suffix}`, page, subject, positive),
    ...(subject.negated === undefined ? [] : casesOf(`${set}${subject.negated}${suffix}`, page, subject, negated)),
  ]),
);

function casesOf(operator: string, page: string, subject: Subject, outcomes: Outcomes): readonly Case[] {
  const { inPolicy, wanted, other } = subject;
  const contexts = {
    wanted: { [key]: wanted },
    other: { [key]: other },
    both: { [key]: [wanted, other] },
    none: { [key]: [] },
    missing: {},
  };
  return Object.entries(outcomes).map(([name, decision]: [string, Outcome]) => ({
    title: `${operator} "${inPolicy}" and a request with the ${name} value`,
    page,
    request: readBy(role, contexts[name as keyof Outcomes]),
    identity: [policy(allow('s3:GetObject', '*', { Condition: { [operator]: { [key]: inPolicy } } }))],
    decision,
  }));
}
