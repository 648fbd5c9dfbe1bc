import type { Application, Resource, Value } from '../../../template';

/** By type of resource that is a policy for what a bucket of any kind holds, the property with the document. */
const documents: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::S3::MultiRegionAccessPointPolicy': 'Policy',
  'AWS::S3Express::AccessPoint': 'Policy',
  'AWS::S3Express::BucketPolicy': 'PolicyDocument',
  'AWS::S3Tables::TableBucketPolicy': 'ResourcePolicy',
  'AWS::S3Tables::TablePolicy': 'ResourcePolicy',
  'AWS::S3Vectors::VectorBucketPolicy': 'Policy',
};

/** The kinds of resource that hold a policy for what a bucket holds: objects, tables or vectors. */
export const bucketPolicyTypes = Object.keys(documents);

/** The policy document of a resource of {@link bucketPolicyTypes}. */
export function policyDocument(policy: Resource): Value {
  return policy.read(documents[policy.type]);
}

/** Every bucket policy of a bucket; of several, CloudFormation leaves the one that it writes last. */
export function policiesOfBucket(bucket: Resource, app: Application): readonly Value[] {
  return app.attachedTo(bucket, 'AWS::S3::BucketPolicy', 'Bucket').map((policy) => policy.read('PolicyDocument'));
}
