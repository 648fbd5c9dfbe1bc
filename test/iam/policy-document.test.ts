import { PolicyDocument, evaluate } from '../../src/iam';
import type { Request } from '../../src/iam';
import { Application } from '../../src/template';
import { Reference, Unknown } from '../../src/template/resolved';
import type { Resolved } from '../../src/template/resolved';

const request: Request = {
  principal: { kind: 'role', arn: 'arn:aws:iam::111122223333:role/worker' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::books/dune.txt',
};

const table = Application.load([
  { path: 'it.json', content: '{"Resources":{"Table":{"Type":"AWS::DynamoDB::Table"}}}' },
]).resources[0];

function decide(document: Resolved | undefined): string {
  return evaluate(request, { identity: [{ name: 'it', document: PolicyDocument.of(document) }] }).decision;
}

test.each<[string, Resolved | undefined, string]>([
  ['nothing', undefined, 'unknown'],
  ['null', null, 'unknown'],
  ['a number', 5, 'unknown'],
  ['a list', [], 'unknown'],
  ['text that is not JSON', '{ "Statement": ', 'unknown'],
  ['an object without statements', {}, 'denied'],
  ['a statement that is a text', { Statement: 'Allow' }, 'denied'],
  ['a statement without an action', { Statement: { Effect: 'Allow', Resource: '*' } }, 'denied'],
  ['a statement without an effect', { Statement: { Action: '*', Resource: '*' } }, 'unknown'],
  ['an action that is an object', { Statement: { Effect: 'Allow', Action: { a: 1 }, Resource: '*' } }, 'unknown'],
  [
    'a condition that is a text',
    { Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: 'x' } },
    'unknown',
  ],
  [
    'a condition operator that holds a text',
    { Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: 'x' } } },
    'unknown',
  ],
  [
    'a list of resources within the list, which leads to the whole application',
    { Statement: { Effect: 'Allow', Action: '*', Resource: [[new Reference(table, 'Arn')]] } },
    'unknown',
  ],
  ['a statement that is not known', { Statement: [new Unknown('it is a macro', '${x}')] }, 'unknown'],
  ['keys of the prototype', JSON.parse('{"__proto__": {"Statement": {"Effect": "Allow"}}}') as Resolved, 'denied'],
])('%s is read without an exception', (_what, document, decision) => {
  expect(decide(document)).toBe(decision);
});

test.each([
  ['stars', `${'a*'.repeat(3000)}b`, 'denied'],
  ['segments', `arn:aws:s3:${'*a'.repeat(500)}:x`, 'denied'],
  ['length', 'a'.repeat(10_000_000), 'unknown'],
])('a resource with hostile %s is answered within bounds', (_what, resource, decision) => {
  expect(decide({ Statement: { Effect: 'Allow', Action: '*', Resource: [resource, resource] } })).toBe(decision);
});

test('the verdict names the policy and the statement that decided', () => {
  const document = PolicyDocument.of({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Sid: 'NoBooks', Effect: 'Deny', Action: 's3:GetObject', Resource: 'arn:aws:s3:::books/*' },
    ],
  });
  const verdict = evaluate(request, { identity: [{ name: 'the policy of the role', document }] });
  expect(verdict.because).toBe('statement "NoBooks" of the policy of the role denies it');
  expect(verdict.statement?.statement?.index).toBe(1);
});

test('a deny that cannot be made out is said to be possible, with its statement', () => {
  const verdict = evaluate(request, {
    identity: [
      {
        name: 'it',
        document: PolicyDocument.of({
          Statement: [
            { Effect: 'Allow', Action: '*', Resource: '*' },
            { Effect: 'Deny', Action: 's3:*', Resource: new Unknown('parameter "Bucket" has no default', '${Bucket}') },
          ],
        }),
      },
    ],
  });
  expect(verdict).toMatchObject({ decision: 'unknown', because: 'statement 2 of it may deny it' });
});
