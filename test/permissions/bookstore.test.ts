import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { BookstoreStack } from '../../examples/bookstore/bookstore-stack';

test('the functions of the bookstore are granted what their code calls, and nothing else', () => {
  const found = Annotations.fromStack(new BookstoreStack(new App(), 'Bookstore'));
  const told = found.findWarning('*', Match.stringLikeRegexp('the code (never )?calls'));
  expect(told.map(({ entry }) => entry.data)).toEqual([]);
  expect(found.findInfo('*', Match.stringLikeRegexp('calls of the code'))).toEqual([]);
});
