import { allow, deny, pages, policy, readBy, role } from './case';
import type { Case } from './case';
import type { ContextValue } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

type Context = Readonly<Record<string, ContextValue>>;
type Row = readonly [
  title: string,
  effect: 'Allow' | 'Deny',
  condition: Resolved,
  context: Context,
  decision: Case['decision'],
  page?: string,
];

const tags = (operator: string, values: Resolved): Resolved => ({ [operator]: { 'aws:TagKeys': values } });
const secure = (operator: string, value: string): Resolved => ({ [operator]: { 'aws:SecureTransport': value } });
const mfa = (operator: string, value: string): Resolved => ({ [operator]: { 'aws:MultiFactorAuthPresent': value } });

const rows: readonly Row[] = [
  ['all of an empty text', 'Allow', tags('ForAllValues:StringEquals', 'a'), { 'aws:TagKeys': '' }, 'allowed'],
  [
    'all of a list with an empty text',
    'Allow',
    tags('ForAllValues:StringEquals', 'a'),
    { 'aws:TagKeys': [''] },
    'allowed',
  ],
  [
    'all of an empty text and another',
    'Allow',
    tags('ForAllValues:StringEquals', 'a'),
    { 'aws:TagKeys': ['', 'b'] },
    'denied',
  ],
  [
    'any of an empty text that is wanted',
    'Allow',
    tags('ForAnyValue:StringEquals', ''),
    { 'aws:TagKeys': '' },
    'denied',
  ],
  [
    'any of an empty text that is not',
    'Allow',
    tags('ForAnyValue:StringNotEquals', 'a'),
    { 'aws:TagKeys': '' },
    'denied',
  ],
  [
    'an empty text alone is compared',
    'Allow',
    tags('StringEquals', ''),
    { 'aws:TagKeys': '' },
    'allowed',
    pages.operators,
  ],
  ['Null of an empty text', 'Allow', tags('Null', 'true'), { 'aws:TagKeys': '' }, 'allowed'],
  ['no Null of an empty text', 'Allow', tags('Null', 'false'), { 'aws:TagKeys': '' }, 'denied'],
  [
    'all values, and there have to be some: none',
    'Allow',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] }, Null: { 'aws:TagKeys': 'false' } },
    {},
    'denied',
  ],
  [
    'all values, and there have to be some: one',
    'Allow',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] }, Null: { 'aws:TagKeys': 'false' } },
    { 'aws:TagKeys': ['a'] },
    'allowed',
  ],
  ['a Deny for all of no values', 'Deny', tags('ForAllValues:StringEquals', 'a'), {}, 'denied'],
  [
    'a Deny for all of other values',
    'Deny',
    tags('ForAllValues:StringEquals', 'a'),
    { 'aws:TagKeys': ['b'] },
    'allowed',
  ],
  ['a Deny for any of no values', 'Deny', tags('ForAnyValue:StringNotEquals', 'a'), {}, 'allowed'],
  [
    'a Deny for any value that is not wanted',
    'Deny',
    tags('ForAnyValue:StringNotEquals', 'a'),
    { 'aws:TagKeys': ['a', 'b'] },
    'denied',
  ],
  ['a Deny without TLS where nobody says', 'Deny', secure('Bool', 'false'), {}, 'allowed', pages.operators],
  [
    'a Deny without TLS where nobody says, if it exists',
    'Deny',
    secure('BoolIfExists', 'false'),
    {},
    'denied',
    pages.operators,
  ],
  ['a Deny without MFA for long-term credentials', 'Deny', mfa('Bool', 'false'), {}, 'allowed', pages.mfa],
  ['a Deny without MFA that knows them', 'Deny', mfa('BoolIfExists', 'false'), {}, 'denied', pages.mfa],
  [
    'a Deny without MFA for who has it',
    'Deny',
    mfa('BoolIfExists', 'false'),
    { 'aws:MultiFactorAuthPresent': 'true' },
    'allowed',
    pages.mfa,
  ],
  [
    'MFA of half an hour ago',
    'Allow',
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } },
    { 'aws:MultiFactorAuthAge': '1800' },
    'allowed',
    pages.mfa,
  ],
  [
    'MFA of nobody knows when',
    'Allow',
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } },
    {},
    'denied',
    pages.mfa,
  ],
  [
    'a key under two operators',
    'Allow',
    { StringLike: { 'aws:PrincipalTag/team': 'b*' }, StringNotLike: { 'aws:PrincipalTag/team': '*-test' } },
    { 'aws:PrincipalTag/team': 'books-test' },
    'denied',
    pages.conditionLogic,
  ],
  [
    'the name of a tag in other letters',
    'Allow',
    { StringEquals: { 'aws:principaltag/TEAM': 'books' } },
    { 'aws:PrincipalTag/team': 'books' },
    'allowed',
    pages.contextKeys,
  ],
];

export const absentValueCases: readonly Case[] = [
  ...rows.map(([title, effect, condition, context, decision, page = pages.multivalued]): Case => ({
    title,
    page,
    request: readBy(role, context),
    identity: [
      effect === 'Allow'
        ? policy(allow('s3:GetObject', '*', { Condition: condition }))
        : policy(allow('s3:GetObject', '*'), deny('s3:GetObject', '*', { Condition: condition })),
    ],
    decision,
  })),
  ...(['StringEquals', 'StringNotEquals', 'StringEqualsIfExists', 'ForAllValues:StringEquals', 'Null'] as const).map(
    (operator): Case => ({
      title: `${operator} with a key that may be in the request or not`,
      page: pages.operators,
      request: { ...readBy(role), openContext: true },
      identity: [policy(allow('s3:GetObject', '*', { Condition: tags(operator, 'true') }))],
      decision: 'unknown',
    }),
  ),
];
