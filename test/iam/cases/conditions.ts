import { allow, pages, policy, readBy, role } from './case';
import type { Case } from './case';
import type { ContextValue } from '../../../src/iam';
import { Unknown } from '../../../src/template/resolved';
import type { Resolved } from '../../../src/template/resolved';

type Context = Readonly<Record<string, ContextValue>>;
type Row = readonly [operator: string, key: string, wanted: Resolved, context: Context, decision: Case['decision']];

const unknown = new Unknown('it is a parameter', '${Stage}');

const single: readonly Row[] = [
  ['StringEquals', 'aws:PrincipalTag/team', 'books', { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringEquals', 'aws:principaltag/team', 'books', { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringEquals', 'aws:PrincipalTag/team', 'Books', { 'aws:PrincipalTag/team': 'books' }, 'denied'],
  ['StringEquals', 'aws:PrincipalTag/team', 'book*', { 'aws:PrincipalTag/team': 'books' }, 'denied'],
  ['StringEquals', 'aws:PrincipalTag/team', ['films', 'books'], { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringEquals', 'aws:PrincipalTag/team', 'books', {}, 'denied'],
  ['StringEquals', 'aws:PrincipalTag/team', unknown, { 'aws:PrincipalTag/team': 'books' }, 'unknown'],
  ['StringEquals', 'aws:PrincipalTag/team', 'books', { 'aws:PrincipalTag/team': unknown }, 'unknown'],
  ['StringEqualsIfExists', 'aws:PrincipalTag/team', 'books', {}, 'allowed'],
  ['StringEqualsIfExists', 'aws:PrincipalTag/team', 'books', { 'aws:PrincipalTag/team': 'films' }, 'denied'],
  ['StringNotEquals', 'aws:PrincipalTag/team', 'books', { 'aws:PrincipalTag/team': 'films' }, 'allowed'],
  ['StringNotEquals', 'aws:PrincipalTag/team', 'books', { 'aws:PrincipalTag/team': 'books' }, 'denied'],
  ['StringNotEquals', 'aws:PrincipalTag/team', 'books', {}, 'allowed'],
  ['StringNotEquals', 'aws:PrincipalTag/team', ['books', 'films'], { 'aws:PrincipalTag/team': 'films' }, 'denied'],
  ['StringNotEqualsIfExists', 'aws:PrincipalTag/team', 'books', {}, 'allowed'],
  ['StringEqualsIgnoreCase', 'aws:PrincipalTag/team', 'BOOKS', { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringNotEqualsIgnoreCase', 'aws:PrincipalTag/team', 'BOOKS', { 'aws:PrincipalTag/team': 'books' }, 'denied'],
  ['StringLike', 'aws:PrincipalTag/team', 'bo*', { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringLike', 'aws:PrincipalTag/team', 'b??ks', { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringLike', 'aws:PrincipalTag/team', '*', { 'aws:PrincipalTag/team': 'books' }, 'allowed'],
  ['StringLike', 'aws:PrincipalTag/team', '*', {}, 'denied'],
  ['StringLike', 'aws:PrincipalTag/team', '?', { 'aws:PrincipalTag/team': 'books' }, 'denied'],
  ['StringNotLike', 'aws:PrincipalTag/team', 'bo*', { 'aws:PrincipalTag/team': 'books' }, 'denied'],
  ['StringNotLike', 'aws:PrincipalTag/team', 'bo*', { 'aws:PrincipalTag/team': 'films' }, 'allowed'],
  ['NumericEquals', 's3:max-keys', '10', { 's3:max-keys': '10.0' }, 'allowed'],
  ['NumericEquals', 's3:max-keys', 10, { 's3:max-keys': '10' }, 'allowed'],
  ['NumericNotEquals', 's3:max-keys', '10', { 's3:max-keys': '10' }, 'denied'],
  ['NumericNotEquals', 's3:max-keys', '10', {}, 'allowed'],
  ['NumericLessThan', 's3:max-keys', '10', { 's3:max-keys': '9' }, 'allowed'],
  ['NumericLessThan', 's3:max-keys', '10', { 's3:max-keys': '10' }, 'denied'],
  ['NumericLessThanEquals', 's3:max-keys', '10', { 's3:max-keys': '10' }, 'allowed'],
  ['NumericGreaterThan', 's3:max-keys', '10', { 's3:max-keys': '9' }, 'denied'],
  ['NumericGreaterThanEquals', 's3:max-keys', '10', { 's3:max-keys': '10' }, 'allowed'],
  ['NumericLessThan', 's3:max-keys', '10', { 's3:max-keys': 'many' }, 'denied'],
  ['NumericLessThan', 's3:TlsVersion', '1.2', { 's3:TlsVersion': '1.1' }, 'allowed'],
  ['DateEquals', 'aws:CurrentTime', '2026-11-22T00:00:00Z', { 'aws:CurrentTime': '2026-11-22T00:00:00Z' }, 'allowed'],
  ['DateNotEquals', 'aws:CurrentTime', '2026-11-22T00:00:00Z', { 'aws:CurrentTime': '2026-11-22T00:00:00Z' }, 'denied'],
  ['DateLessThan', 'aws:CurrentTime', '2026-12-01', { 'aws:CurrentTime': '2026-11-22T00:00:00Z' }, 'allowed'],
  ['DateLessThanEquals', 'aws:CurrentTime', '2026-11-01', { 'aws:CurrentTime': '2026-11-22T00:00:00Z' }, 'denied'],
  ['DateGreaterThan', 'aws:EpochTime', '1700000000', { 'aws:EpochTime': '1800000000' }, 'allowed'],
  ['DateGreaterThan', 'aws:CurrentTime', '2026-11-01T00:00:00Z', { 'aws:CurrentTime': '1800000000' }, 'allowed'],
  ['DateGreaterThanEquals', 'aws:CurrentTime', '2026-11-22', { 'aws:CurrentTime': '2026-11-22T00:00:00Z' }, 'allowed'],
  ['Bool', 'aws:SecureTransport', 'true', { 'aws:SecureTransport': 'true' }, 'allowed'],
  ['Bool', 'aws:SecureTransport', true, { 'aws:SecureTransport': 'true' }, 'allowed'],
  ['Bool', 'aws:SecureTransport', 'TRUE', { 'aws:SecureTransport': 'true' }, 'allowed'],
  ['Bool', 'aws:SecureTransport', 'false', { 'aws:SecureTransport': 'true' }, 'denied'],
  ['Bool', 'aws:MultiFactorAuthPresent', 'true', {}, 'denied'],
  ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'true', {}, 'allowed'],
  ['BinaryEquals', 'key', 'QmluYXJ5', { key: 'QmluYXJ5' }, 'allowed'],
  ['BinaryEquals', 'key', 'QmluYXJ5', { key: 'QmluYXJ6' }, 'denied'],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', { 'aws:SourceIp': '203.0.113.7' }, 'allowed'],
  ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', { 'aws:SourceIp': '203.0.114.7' }, 'denied'],
  ['IpAddress', 'aws:SourceIp', '203.0.113.7', { 'aws:SourceIp': '203.0.113.7' }, 'allowed'],
  ['IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '203.0.113.0/24'], { 'aws:SourceIp': '203.0.113.7' }, 'allowed'],
  ['IpAddress', 'aws:SourceIp', '2001:db8::/32', { 'aws:SourceIp': '2001:db8:1::7' }, 'allowed'],
  ['IpAddress', 'aws:SourceIp', '2001:db8::/32', { 'aws:SourceIp': '203.0.113.7' }, 'denied'],
  ['IpAddress', 'aws:SourceIp', '0.0.0.0/0', { 'aws:SourceIp': '203.0.113.7' }, 'allowed'],
  ['IpAddress', 'aws:SourceIp', 'nowhere', { 'aws:SourceIp': '203.0.113.7' }, 'denied'],
  ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', { 'aws:SourceIp': '198.51.100.1' }, 'allowed'],
  ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', { 'aws:SourceIp': '203.0.113.7' }, 'denied'],
  ['ArnEquals', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*', { 'aws:SourceArn': topic('111122223333') }, 'allowed'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:b*', { 'aws:SourceArn': topic('111122223333') }, 'allowed'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:b*', { 'aws:SourceArn': topic('444455556666') }, 'denied'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:books', { 'aws:SourceArn': topic('111122223333') }, 'denied'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:s*:*:*:*', { 'aws:SourceArn': topic('111122223333') }, 'allowed'],
  ['ArnNotEquals', 'aws:SourceArn', topic('111122223333'), { 'aws:SourceArn': topic('111122223333') }, 'denied'],
  [
    'ArnNotLike',
    'aws:SourceArn',
    'arn:aws:sns:*:444455556666:*',
    { 'aws:SourceArn': topic('111122223333') },
    'allowed',
  ],
  ['ArnNotLike', 'aws:SourceArn', 'arn:aws:sns:*:444455556666:*', {}, 'allowed'],
  ['Null', 'aws:TokenIssueTime', 'true', {}, 'allowed'],
  ['Null', 'aws:TokenIssueTime', 'true', { 'aws:TokenIssueTime': '2026-11-22T00:00:00Z' }, 'denied'],
  ['Null', 'aws:TokenIssueTime', 'false', { 'aws:TokenIssueTime': '2026-11-22T00:00:00Z' }, 'allowed'],
  ['Null', 'aws:TokenIssueTime', 'false', {}, 'denied'],
  ['Null', 'aws:TokenIssueTime', false, {}, 'denied'],
  ['NoSuchOperator', 'aws:SourceArn', 'x', { 'aws:SourceArn': 'x' }, 'unknown'],
];

const tagKeys = 'aws:TagKeys';
const multivalued: readonly Row[] = [
  ['ForAllValues:StringEquals', tagKeys, ['a', 'b'], { [tagKeys]: ['a', 'b'] }, 'allowed'],
  ['ForAllValues:StringEquals', tagKeys, ['a', 'b'], { [tagKeys]: ['a'] }, 'allowed'],
  ['ForAllValues:StringEquals', tagKeys, ['a', 'b'], { [tagKeys]: ['a', 'c'] }, 'denied'],
  ['ForAllValues:StringEquals', tagKeys, ['a', 'b'], {}, 'allowed'],
  ['ForAllValues:StringEquals', tagKeys, ['a', 'b'], { [tagKeys]: [] }, 'allowed'],
  ['ForAnyValue:StringEquals', tagKeys, ['a', 'b'], { [tagKeys]: ['a', 'c'] }, 'allowed'],
  ['ForAnyValue:StringEquals', tagKeys, ['a', 'b'], { [tagKeys]: ['c'] }, 'denied'],
  ['ForAnyValue:StringEquals', tagKeys, ['a', 'b'], {}, 'denied'],
  ['ForAnyValue:StringLike', tagKeys, 'te*', { [tagKeys]: ['cost', 'team'] }, 'allowed'],
  ['ForAllValues:StringLike', tagKeys, 'te*', { [tagKeys]: ['cost', 'team'] }, 'denied'],
  ['ForAllValues:StringNotEquals', tagKeys, ['a'], { [tagKeys]: ['b', 'c'] }, 'allowed'],
  ['ForAllValues:StringNotEquals', tagKeys, ['a'], { [tagKeys]: ['a', 'c'] }, 'denied'],
  ['ForAnyValue:StringNotEquals', tagKeys, ['a'], { [tagKeys]: ['a', 'c'] }, 'allowed'],
  ['ForAnyValue:StringNotEquals', tagKeys, ['a'], { [tagKeys]: ['a'] }, 'denied'],
  ['ForAnyValue:StringNotEquals', tagKeys, ['a'], {}, 'denied'],
  ['ForAnyValue:StringEqualsIfExists', tagKeys, ['a'], {}, 'denied'],
  ['forallvalues:stringequals', tagKeys, ['a'], { [tagKeys]: ['a'] }, 'allowed'],
];

const variables: readonly (readonly [resource: string, context: Context, decision: Case['decision']])[] = [
  ['arn:aws:s3:::books/${aws:PrincipalTag/team}', { 'aws:PrincipalTag/team': 'dune.txt' }, 'allowed'],
  ['arn:aws:s3:::books/${aws:PrincipalTag/team}', { 'aws:PrincipalTag/team': 'emma.txt' }, 'denied'],
  ['arn:aws:s3:::books/${aws:PrincipalTag/team}', {}, 'denied'],
  ["arn:aws:s3:::books/${aws:PrincipalTag/team, 'dune.txt'}", {}, 'allowed'],
  ["arn:aws:s3:::books/${aws:PrincipalTag/team, 'dune.txt'}", { 'aws:PrincipalTag/team': 'emma.txt' }, 'denied'],
  ['arn:aws:s3:::books/${aws:PrincipalTag/team}', { 'aws:PrincipalTag/team': '*' }, 'denied'],
  ['arn:aws:s3:::books/d${*}', {}, 'denied'],
  ['arn:aws:s3:::${s3:prefix}/*', { 's3:prefix': 'books' }, 'allowed'],
];

export const conditionCases: readonly Case[] = [
  ...single.map((row) => conditionCase(pages.operators, row)),
  ...multivalued.map((row) => conditionCase(pages.multivalued, row)),
  ...variables.map(([resource, context, decision]): Case => ({
    title: `policy variable in ${resource} with ${JSON.stringify(context)}`,
    page: pages.variables,
    request: readBy(role, context),
    identity: [policy(allow('s3:GetObject', resource))],
    decision,
  })),
  {
    title: 'before version 2012-10-17 a policy variable is only a text',
    page: pages.variables,
    request: readBy(role, { 'aws:PrincipalTag/team': 'dune.txt' }),
    identity: [{ Version: '2008-10-17', Statement: allow('s3:*', 'arn:aws:s3:::books/${aws:PrincipalTag/team}') }],
    decision: 'denied',
  },
  {
    title: 'a policy variable in a condition',
    page: pages.variables,
    request: readBy(role, { 'aws:PrincipalTag/team': 'books', 's3:ExistingObjectTag/team': 'books' }),
    identity: [
      policy(
        allow('s3:GetObject', '*', {
          Condition: { StringEquals: { 's3:ExistingObjectTag/team': '${aws:PrincipalTag/team}' } },
        }),
      ),
    ],
    decision: 'allowed',
  },
  {
    title: 'all keys of one operator have to hold',
    page: pages.conditionLogic,
    request: readBy(role, { 'aws:a': '1', 'aws:b': '2' }),
    identity: [policy(allow('*', '*', { Condition: { StringEquals: { 'aws:a': '1', 'aws:b': '3' } } }))],
    decision: 'denied',
  },
  {
    title: 'all operators have to hold',
    page: pages.conditionLogic,
    request: readBy(role, { 'aws:a': '1', 'aws:SecureTransport': 'false' }),
    identity: [
      policy(
        allow('*', '*', { Condition: { StringEquals: { 'aws:a': '1' }, Bool: { 'aws:SecureTransport': 'true' } } }),
      ),
    ],
    decision: 'denied',
  },
  {
    title: 'the context knows the ARN of the principal',
    page: pages.contextKeys,
    request: readBy(role),
    identity: [policy(allow('*', '*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/w*' } } }))],
    decision: 'allowed',
  },
  {
    title: 'the context knows the accounts of principal and resource',
    page: pages.contextKeys,
    request: readBy(role),
    identity: [
      policy(allow('*', '*', { Condition: { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } } })),
    ],
    decision: 'allowed',
  },
];

function conditionCase(page: string, [operator, key, wanted, context, decision]: Row): Case {
  return {
    title: `${operator} ${key} ${JSON.stringify(wanted)} with ${JSON.stringify(context)}`,
    page,
    request: readBy(role, context),
    identity: [policy(allow('s3:GetObject', '*', { Condition: { [operator]: { [key]: wanted } } }))],
    decision,
  };
}

function topic(account: string): string {
  return `arn:aws:sns:eu-west-1:${account}:books`;
}
