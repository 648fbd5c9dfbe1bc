import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../src/role/scoped-role';

interface Statement {
  readonly Action: string | string[];
  readonly Principal: unknown;
}

test('a bucket of another account lets the role do what the grant means, and leaves other statements alone', () => {
  const app = new App();
  const stack = new Stack(app, 'Function', { env: { account: '111122223333', region: 'eu-west-1' } });
  const data = new Stack(app, 'Data', { env: { account: '444455556666', region: 'eu-west-1' } });
  const bucket = new s3.Bucket(data, 'Bucket', { bucketName: 'data-of-another-account', enforceSSL: true });
  bucket.grantReadWrite(new ScopedRole(stack, 'Role', { roleName: 'reader' }));

  const [policy] = Object.values(Template.fromStack(data).findResources('AWS::S3::BucketPolicy'));
  const statements = (policy.Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement;
  const forRole = statements.filter(({ Principal }) => JSON.stringify(Principal).includes('reader'));
  const forAll = statements.filter((statement) => !forRole.includes(statement));
  expect(forRole.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  expect(forRole.flatMap(({ Action }) => Action)).toEqual(expect.arrayContaining(['s3:GetObject', 's3:PutObject']));
  expect(forAll).toEqual([expect.objectContaining({ Action: 's3:*', Effect: 'Deny' })]);
});
