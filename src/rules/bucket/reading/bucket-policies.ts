import type { Application, Resource, Value } from '../../../template';

/** The kinds of resource that hold a policy for the objects of a bucket. */
export const bucketPolicyTypes = [
  'AWS::S3::BucketPolicy',
  'AWS::S3::AccessPoint',
  'AWS::S3::MultiRegionAccessPointPolicy',
];

/** The policy document of a resource of {@link bucketPolicyTypes}. */
export function policyDocument(policy: Resource): Value {
  return policy.read(policy.is('AWS::S3::BucketPolicy') ? 'PolicyDocument' : 'Policy');
}

/** Every bucket policy of a bucket; of several, CloudFormation leaves the one that it writes last. */
export function policiesOfBucket(bucket: Resource, app: Application): readonly Value[] {
  return app.attachedTo(bucket, 'AWS::S3::BucketPolicy', 'Bucket').map((policy) => policy.read('PolicyDocument'));
}
