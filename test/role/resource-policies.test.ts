import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
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

test('the policy of a key that names the role lets it do what the grants of the CDK mean', () => {
  const stack = new Stack(new App(), 'Stack');
  const role = new ScopedRole(stack, 'Role');
  new kms.Key(stack, 'Key').addToResourcePolicy(
    new iam.PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      principals: [role],
      resources: ['*'],
    }),
  );

  const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
  const statements = (key.Properties as { KeyPolicy: { Statement: Statement[] } }).KeyPolicy.Statement;
  const actions = statements
    .filter(({ Principal }) => JSON.stringify(Principal).includes('Role'))
    .flatMap(({ Action }) => Action);
  expect(actions).toEqual(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo']);
});

test('a key of another account, for which the CDK allows every key, has to be named', () => {
  const app = new App();
  const stack = new Stack(app, 'Function', { env: { account: '111122223333', region: 'eu-west-1' } });
  const data = new Stack(app, 'Data', { env: { account: '444455556666', region: 'eu-west-1' } });
  const role = new ScopedRole(stack, 'Role', { roleName: 'reader' });
  expect(() => new kms.Key(data, 'Key').grantDecrypt(role)).toThrow(/'kms:Decrypt' on '\*'.*:key\/\$\{KeyId\}/);
  kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:444455556666:key/1234').grantDecrypt(role);
});
