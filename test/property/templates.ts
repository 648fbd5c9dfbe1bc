import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource as ResourceSpec } from '@aws-cdk/service-spec-types';
import fc from 'fast-check';
import { sections } from './changed-examples';
import { rules } from '../../src/rules';

const database = loadAwsServiceSpecSync();

/** The types that a rule looks at, and what stands beside them. */
const types = [...new Set(rules.flatMap(({ appliesTo }) => appliesTo))].filter(
  (type) => database.lookup('resource', 'cloudFormationType', 'equals', type).length > 0,
);

const logicalIds = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', '__proto__', 'constructor'];

const texts = fc.oneof(
  fc.constantFrom(
    ...[
      '*',
      '',
      'NONE',
      'Allow',
      'Deny',
      'true',
      'false',
      'AES256',
      'aws:kms',
      'PublicRead',
      'PublicReadWrite',
      'nodejs12.x',
    ],
    ...['lambda.amazonaws.com', 's3:*', 'iam:PassRole', 'arn:aws:s3:::books/*', 'arn:aws:iam::111122223333:root'],
    ...[
      '2012-10-17',
      '${AWS::Region}',
      '{{resolve:ssm:x}}',
      '\u001b[2J\u0007',
      '{"Statement":[]}',
      'key = AKIAIOSFODNN7EXAMPLX',
    ],
  ),
  fc.string({ maxLength: 8 }),
);

const scalars = fc.oneof(texts, fc.integer({ min: -1, max: 4000 }), fc.boolean());

const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });

const policies = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Statement: fc.array(
      fc.record(
        {
          Effect: fc.constantFrom<unknown>('Allow', 'Deny', { Ref: 'Open' }),
          Action: fc.oneof(fc.constantFrom('*', 's3:*', 'iam:*', 'kms:Decrypt'), list(texts)),
          NotAction: list(texts),
          Resource: fc.oneof(fc.constantFrom<unknown>('*', { 'Fn::GetAtt': ['R0', 'Arn'] }), list(texts)),
          Principal: fc.oneof(fc.constantFrom<unknown>('*', { AWS: '*' }), fc.record({ Service: list(texts) })),
          Condition: fc.record({ StringEquals: fc.dictionary(texts, texts, { maxKeys: 2 }) }),
        },
        { requiredKeys: ['Effect'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

/** Calls of functions, around values of the kind that belongs there. */
function calls(inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const names = fc.constantFrom(...logicalIds, 'Open', 'Closed', 'Some', 'AWS::Region', 'AWS::NoValue', 'Nowhere');
  return fc.oneof(
    names.map((Ref) => ({ Ref })),
    fc.constantFrom(...logicalIds).map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] })),
    fc.tuple(fc.constantFrom('C0', 'C1', 'C2'), inner, inner).map((branches) => ({ 'Fn::If': branches })),
    names.map((name) => ({ 'Fn::Sub': `x-\${${name}}` })),
    fc.tuple(fc.constant('-'), list(inner)).map((argument) => ({ 'Fn::Join': argument })),
    fc.constantFrom('eu', 'us').map((key) => ({ 'Fn::FindInMap': ['Map', key, 'value'] })),
    inner.map((value) => ({ 'Fn::Select': [0, [value]] })),
    texts.map((name) => ({ 'Fn::ImportValue': name })),
    fc.constant({ 'Fn::Transform': { Name: 'Company::Mutate' } }),
  );
}

const kept = new Map<string, fc.Arbitrary<unknown>>();

function valuesOf(type: PropertyType, depth: number): fc.Arbitrary<unknown> {
  const key = `${depth}|${JSON.stringify(type)}`;
  let values = kept.get(key);
  if (!values) {
    const plain = plainValues(type, depth);
    values = fc.oneof(
      { weight: 6, arbitrary: plain },
      { weight: 1, arbitrary: calls(plain) },
      { weight: 1, arbitrary: scalars },
    );
    kept.set(key, values);
  }
  return values;
}

function plainValues(type: PropertyType, depth: number): fc.Arbitrary<unknown> {
  if (depth <= 0) return scalars;
  switch (type.type) {
    case 'json':
      return fc.oneof(policies, fc.jsonValue({ maxDepth: 2 }));
    case 'array':
      return list(valuesOf(type.element, depth - 1));
    case 'map':
      return fc.dictionary(texts, valuesOf(type.element, depth - 1), { maxKeys: 2 });
    case 'union':
      return fc.oneof(...type.types.map((option) => valuesOf(option, depth - 1)));
    case 'ref':
      return objectsOf(database.get('typeDefinition', type.reference.$ref).properties, depth - 1);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: 0, max: 4000 });
    default:
      return scalars;
  }
}

function objectsOf(properties: ResourceSpec['properties'], depth: number): fc.Arbitrary<unknown> {
  const names = Object.keys(properties).filter((name) => /^[A-Z]/.test(name));
  return fc
    .subarray(names, { maxLength: Math.min(6, names.length) })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((name) => [name, valuesOf(properties[name].type, depth)]))),
    );
}

const resources = fc.constantFrom(...types).chain((Type) => {
  const [{ properties }] = [...database.lookup('resource', 'cloudFormationType', 'equals', Type)] as ResourceSpec[];
  return fc.record(
    {
      Type: fc.constant(Type),
      Properties: objectsOf(properties, 4),
      Condition: fc.constantFrom('C0', 'Missing'),
      DeletionPolicy: fc.constantFrom<unknown>('Retain', { Ref: 'Some' }),
    },
    { requiredKeys: ['Type', 'Properties'] },
  );
});

/** Templates of the types that rules look at, with functions anywhere. */
export const templates = fc.record({
  Parameters: fc.constant(sections.Parameters),
  Conditions: fc.constant(sections.Conditions),
  Mappings: fc.constant(sections.Mappings),
  Resources: fc
    .uniqueArray(fc.constantFrom(...logicalIds), { minLength: 1, maxLength: 6 })
    .chain((ids) => fc.tuple(...ids.map((id) => resources.map((resource) => [id, resource] as const))))
    .map((entries) => Object.fromEntries(entries)),
});
