import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { newerTypes } from './newer-types';
import { SchemaPaths } from './schema-paths';

const schema = new SchemaPaths();

test.each<[string, string, string | undefined]>([
  ['AWS::S3::Bucket', 'BucketName', undefined],
  ['AWS::S3::Bucket', 'CorsConfiguration.CorsRules.0.AllowedOrigins.0', undefined],
  ['AWS::S3::Bucket', 'CorsConfiguration.CorsRules.AllowedOrigins', undefined],
  ['AWS::IAM::Role', 'Policies.0.PolicyDocument.Statement.0.Action', undefined],
  ['AWS::Lambda::Function', 'Environment.Variables.ANYTHING', undefined],
  ['Custom::Mine', 'Whatever', undefined],
  ['AWS::Lambda::WebFunctionEndpoint', 'RevisionWeights.0.RevisionId', undefined],
  ['AWS::Lambda::WebFunctionRevision', 'ServiceConfig.EnvironmentVariables.ANYTHING', undefined],
  ['AWS::Lambda::WebFunctionRevision', 'ServiceConfig.Role', 'Role'],
  ['AWS::Lambda::WebFunctionEndpoint', 'AuthType.Deeper', 'Deeper'],
  ['AWS::S3::Bukket', '', 'AWS::S3::Bukket'],
  ['AWS::S3::Bucket', 'Bucketname', 'Bucketname'],
  ['AWS::S3::Bucket', 'CorsConfiguration.CorsRules.0.AllowedOrigin', 'AllowedOrigin'],
  ['AWS::S3::Bucket', 'BucketName.Deeper', 'Deeper'],
  ['AWS::S3::Bucket', '__proto__', '__proto__'],
  ['AWS::S3::Bucket', 'constructor', 'constructor'],
])('%s %s: what the schema does not know is %s', (type, path, wanted) => {
  expect(schema.unknownPart(type, path === '' ? [] : path.split('.'))).toBe(wanted);
});

test.each(Object.keys(newerTypes))('%s is not in the schema yet: once it is, take it out of newer-types.ts', (type) => {
  expect([...loadAwsServiceSpecSync().lookup('resource', 'cloudFormationType', 'equals', type)]).toEqual([]);
});
