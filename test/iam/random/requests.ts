import fc from 'fast-check';
import { operatorNames } from './naive-conditions';
import type { ConditionBlock, Context } from './naive-conditions';
import type { JsonPolicy, JsonStatement, NaivePolicies, NaiveRequest, NamedPrincipals } from './naive-evaluator';
import type { Principal } from '../../../src/iam';

const [here, there] = ['111122223333', '444455556666'];
const arnOf = (account: string, name: string) => `arn:aws:iam::${account}:${name}`;
const sessionArn = `arn:aws:sts::${here}:assumed-role/worker/nightly`;
const provider = arnOf(here, 'saml-provider/office');

const principals: readonly Principal[] = [
  { kind: 'role', arn: arnOf(here, 'role/worker'), sessionArn },
  { kind: 'role', arn: arnOf(here, 'role/worker'), sessionArn },
  { kind: 'user', arn: arnOf(here, 'user/ana') },
  { kind: 'root', account: here },
  { kind: 'role', arn: arnOf(there, 'role/worker'), sessionArn: sessionArn.replace(here, there) },
  { kind: 'user', arn: arnOf(there, 'user/ana') },
  { kind: 'root', account: there },
  { kind: 'service', name: 'sns.amazonaws.com' },
  { kind: 'federated', provider },
  { kind: 'anonymous' },
];

const calls: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::books/a:b/dune.txt'],
  ['s3:ListBucket', 'arn:aws:s3:::books'],
  ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${here}:books`],
  ['kms:Decrypt', `arn:aws:kms:eu-west-1:${here}:key/books`],
  ['sts:AssumeRole', arnOf(here, 'role/admin')],
];

const keyed: Readonly<Record<string, readonly string[]>> = {
  'shop:team': ['books', 'Books', 'films', 'b*', ''],
  'shop:max': ['9', '10', '10.0', '-1'],
  'shop:time': ['2026-11-22T00:00:00Z', '1795305600', '2026-11-22T01:00:00+01:00', '2027-01-01'],
  'shop:tls': ['true', 'false'],
  'shop:address': ['10.0.0.1', '10.0.1.1', '203.0.113.7'],
  'shop:arn': [`arn:aws:sns:eu-west-1:${here}:books`, `arn:aws:sns:us-east-1:${there}:books:1`, 'arn:aws:s3:::books'],
};

const patterns: Readonly<Record<string, readonly string[]>> = {
  String: ['books', 'BOOKS', 'b*', '?ilms', '${shop:team}', 'b${*}', "${shop:nothing, 'films'}", '${shop:nothing}', ''],
  Numeric: ['10', '9.5', '-1'],
  Date: ['2026-11-22T00:00:00Z', '2026', '1795305600', '2026-12-01T00:00:00Z'],
  Bool: ['true', 'false', 'TRUE'],
  IpAddress: ['10.0.0.0/24', '10.0.0.1', '0.0.0.0/0', '203.0.113.0/29'],
  Arn: [`arn:aws:sns:*:${here}:*`, 'arn:aws:s*:*:*:b?oks', 'arn:aws:sns:*:books', '*', 'arn:aws:sns:*:*:${shop:team}*'],
};

const keyOf: Readonly<Record<string, string>> = {
  String: 'shop:team',
  Numeric: 'shop:max',
  Date: 'shop:time',
  Bool: 'shop:tls',
  IpAddress: 'shop:address',
  Arn: 'shop:arn',
};

const some = <T>(values: readonly T[], maxLength = 2) =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength });

const condition: fc.Arbitrary<ConditionBlock> = fc
  .tuple(
    fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...operatorNames),
    fc.constantFrom('', '', 'IfExists'),
    fc.boolean(),
  )
  .chain(([set, name, ifExists, upperCase]) => {
    const kind = /String|Numeric|Date|Bool|IpAddress|Arn/.exec(name)![0];
    const key = upperCase ? keyOf[kind].toUpperCase() : keyOf[kind];
    return some(patterns[kind]).map((values) => ({ [`${set}${name}${ifExists}`]: { [key]: values } }));
  });

const nulls: fc.Arbitrary<ConditionBlock> = fc
  .tuple(fc.constantFrom(...Object.keys(keyed)), fc.constantFrom('true', 'false'))
  .map(([key, value]) => ({ Null: { [key]: value } }));

const actions = some([
  '*',
  's3:*',
  'S3:get*',
  's?s:*',
  's3:ListBucket',
  'sqs:SendMessage',
  'kms:D?crypt',
  'sts:Assume*',
  '*:*e*',
]);

const resources = some([
  '*',
  'arn:aws:s3:::books*',
  'arn:aws:s3:::books/*.txt',
  'arn:aws:s3:::books/a?b/*',
  'arn:aws:s3:::${shop:team}',
  'arn:aws:s3:::${shop:team}/*',
  'arn:aws:s3:::*/dune.txt',
  'arn:aws:sqs:*:books',
  'arn:aws:sqs',
  'arn:aws:sqs:eu-west-1',
  'arn:aws:sqs:eu-*:books',
  'arn:aws:sqs:eu-*1:*books',
  'arn:aws:sqs:eu**1:books',
  `arn:aws:sqs:eu-west-1?${here}:books`,
  'arn:*:kms:*:*:key/${shop:nothing}',
  "arn:*:kms:*:*:key/${shop:nothing, 'books'}",
  'arn:aws:kms:*',
  arnOf(here, 'role/*'),
  'arn:aws:iam::*:role/adm?n',
]);

const names: fc.Arbitrary<NamedPrincipals> = fc.oneof(
  fc.constant('*' as const),
  some([
    '*',
    here,
    there,
    arnOf(here, 'root'),
    arnOf(here, 'role/worker'),
    arnOf(here, 'user/ana'),
    arnOf(there, 'role/worker'),
    sessionArn,
    arnOf(here, 'role/*'),
  ]).map((AWS) => ({ AWS })),
  fc.constant({ Service: 'sns.amazonaws.com' }),
  fc.constant({ Federated: provider, AWS: there }),
);

function statement(withPrincipal: boolean): fc.Arbitrary<JsonStatement> {
  return fc
    .record(
      {
        Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
        action: fc.tuple(fc.constantFrom('Action', 'Action', 'Action', 'NotAction'), actions),
        resource: fc.tuple(fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'), resources),
        who: fc.tuple(fc.constantFrom('Principal', 'Principal', 'Principal', 'NotPrincipal'), names),
        Condition: fc.option(fc.oneof(condition, condition, nulls), { nil: undefined, freq: 1 }),
      },
      { requiredKeys: ['Effect', 'action', 'resource', 'who'] },
    )
    .map(({ Effect, action, resource, who, Condition }) => ({
      Effect,
      [action[0]]: action[1],
      [resource[0]]: resource[1],
      ...(withPrincipal && { [who[0]]: who[1] }),
      ...(Condition && { Condition }),
    })) as fc.Arbitrary<JsonStatement>;
}

export const identityStatement = statement(false);
export const resourceStatement = statement(true);

const identityPolicy: fc.Arbitrary<JsonPolicy> = fc.array(identityStatement, { minLength: 1, maxLength: 3 });
const resourcePolicy: fc.Arbitrary<JsonPolicy> = fc.array(resourceStatement, { minLength: 1, maxLength: 3 });
const broad: JsonPolicy = [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }];
const limit = fc.oneof(fc.constant(broad), identityPolicy);
const levels = fc.array(fc.array(limit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });

export const policies: fc.Arbitrary<NaivePolicies> = fc.record(
  {
    identity: fc.array(identityPolicy, { maxLength: 2 }),
    resource: fc.array(resourcePolicy, { maxLength: 1 }),
    boundary: limit,
    session: fc.array(limit, { maxLength: 2 }),
    serviceControl: levels,
    resourceControl: levels,
    endpoint: limit,
  },
  { requiredKeys: ['identity', 'resource'] },
);

const value = (values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { maxLength: 2 }));

const context: fc.Arbitrary<Context> = fc
  .tuple(...Object.entries(keyed).map(([key, values]) => fc.option(value(values).map((one) => [key, one] as const))))
  .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== null)));

export const request: fc.Arbitrary<NaiveRequest> = fc
  .tuple(fc.constantFrom(...principals), fc.constantFrom(...calls), context)
  .map(([principal, [action, resource], values]) => ({
    principal,
    action,
    resource,
    resourceAccount: here,
    context: values,
  }));
