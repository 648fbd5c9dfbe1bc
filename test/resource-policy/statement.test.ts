import { isConfusable, openings, statementsIn } from '../../src/resource-policy/statement';
import type { WrittenStatement } from '../../src/resource-policy/statement';

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const role = { AWS: 'arn:aws:iam::111122223333:role/Reader' };

test.each<[string, WrittenStatement, string[]]>([
  ['a role', { ...allow, Principal: role }, []],
  ['everybody', { ...allow, Principal: '*' }, ['principal']],
  ['everybody as AWS', { ...allow, Principal: { AWS: '*' } }, ['principal']],
  ['everybody among others', { ...allow, Principal: { AWS: [role.AWS, '*'] } }, ['principal']],
  [
    'everybody of an organization',
    { ...allow, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
    [],
  ],
  [
    'everybody, where the condition excludes nobody',
    {
      ...allow,
      Principal: '*',
      Condition: { StringLike: { 'aws:PrincipalArn': '*' } },
    },
    ['principal'],
  ],
  [
    'everybody, where the condition is a negation',
    {
      ...allow,
      Principal: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    },
    ['principal'],
  ],
  [
    'everybody, where the condition may be absent',
    {
      ...allow,
      Principal: '*',
      Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } },
    },
    ['principal'],
  ],
  ['everybody but one', { ...allow, NotPrincipal: role }, ['notPrincipals']],
  ['everything but one action', { Effect: 'Allow', NotAction: 's3:GetObject', Principal: role }, ['notActions']],
  ['a denial of everybody', { ...allow, Effect: 'Deny', Principal: '*' }, []],
])('%s', (_, statement, expected) => {
  const found = openings(statement).map(([got]) => got);
  expect(found).toHaveLength(expected.length);
  expected.forEach((word, index) => expect(found[index]).toContain(word));
});

test.each<[string, WrittenStatement, boolean]>([
  ['a service for anybody', { ...allow, Principal: { Service: 's3.amazonaws.com' } }, true],
  [
    'a service for one account',
    {
      ...allow,
      Principal: { Service: 's3.amazonaws.com' },
      Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } },
    },
    false,
  ],
  [
    'a service for one log group',
    {
      ...allow,
      Principal: { Service: 'logs.amazonaws.com' },
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:*' } },
    },
    false,
  ],
  ['a role', { ...allow, Principal: role }, false],
])('whether %s could act for somebody else', (_, statement, expected) => {
  expect(isConfusable(statement)).toBe(expected);
});

test('what is no policy has no statements', () => {
  expect([undefined, {}, { Statement: 'x' }].flatMap(statementsIn)).toEqual([]);
});
