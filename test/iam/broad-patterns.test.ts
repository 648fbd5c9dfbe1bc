import { isEveryAction, isEveryResource, isPatternFor, isWholeService } from '../../src/iam/broad-patterns';
import { Term } from '../../src/iam/term';

const bucket = 'arn:aws:s3:::uploads';
const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

describe('an action is', () => {
  test.each(['*', '**', '*:*', '*:**'])('everything, written %s', (action) => {
    expect(isEveryAction(Term.of(action))).toBe(true);
    expect(isWholeService(Term.of(action))).toBe(true);
  });

  test.each(['s3:*', 'S3:**', 's3:?*', 's3:*?', '${Service}:*'])('all that a service has, written %s', (action) => {
    expect(isEveryAction(Term.of(action))).toBe(false);
    expect(isWholeService(Term.of(action))).toBe(true);
  });

  test.each(['s3:Get*', 's3:GetObject', 's3:?', '*:Get*', ''])('less than that, written %s', (action) => {
    expect(isWholeService(Term.of(action))).toBe(false);
  });

  test('compared without looking at the case, as IAM does', () => {
    expect(isPatternFor(Term.of('KMS:dec*'), 'kms:Decrypt')).toBe(true);
    expect(isPatternFor(Term.of('kms:Enc*'), 'kms:Decrypt')).toBe(false);
  });
});

describe('a resource is', () => {
  test.each([
    '*',
    '**',
    'arn:*',
    'arn:aws:dynamodb:*',
    'arn:aws:s3:::*',
    'arn:${AWS::Partition}:s3:::*',
    'arn:aws:logs:*:*:*',
    'arn:aws:s3:::*/*',
    'arn:aws:sqs',
    'arn:aws:sqs:eu-west-1',
    'arn:aws:sqs:eu-west-1:111122223333',
    'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}',
  ])('all there are, written %s', (resource) => {
    expect(isEveryResource(Term.of(resource))).toBe(true);
  });

  test.each(['arn:aws:iam::*:role/*', 'arn:aws:lambda:*:*:function:*', 'arn:aws:kms:*:111122223333:key/*'])(
    'all of one type, written %s',
    (resource) => {
      expect(isEveryResource(Term.of(resource))).toBe(false);
      expect(isEveryResource(Term.of(resource), { ofOneType: true })).toBe(true);
    },
  );

  test.each([
    bucket,
    `${bucket}/*`,
    `${bucket}*`,
    table,
    `${table}/index/*`,
    'arn:aws:iam::*:role/orders-*',
    '',
    'sqs',
    'arn:aws:s3::books',
    'arn:aws:s3::books/*',
  ])('less than that, written %s', (resource) => {
    expect(isEveryResource(Term.of(resource), { ofOneType: true })).toBe(false);
  });
});
