import type { Application, Resource, Value } from '../../template';
import { encryptionWithKms } from '../bucket/reading/default-encryption';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeAllowed } from '../statements';
import { identityIn, identityOrigins, isReadByIdentity } from './reading/access-identities';

export default defineRule({
  id: 'cf-oai-kms',
  severity: 'medium',
  title: 'the access identity of CloudFront cannot read what the bucket encrypts with KMS',
  why:
    'Objects that come after the bucket got its key are refused, and viewers see errors for what is deployed next. ' +
    'What is mended in a hurry is usually the lock: the bucket loses its key, or is opened to everybody.',
  serviceDefault:
    'An origin access identity does not work with SSE-KMS; an origin access control does (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html).',
  fix: 'use an origin access control: `S3BucketOrigin.withOriginAccessControl(bucket)`, which lets the distribution use the key too',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes:
    'Told at the distribution where it is part of the application, and at the policy of the bucket where it is not.',
  appliesTo: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::StreamingDistribution', 'AWS::S3::BucketPolicy'],
  check: (resource, app) => (resource.is('AWS::S3::BucketPolicy') ? inPolicy(resource, app) : inOrigins(resource)),
});

function inOrigins(distribution: Resource) {
  return identityOrigins(distribution).flatMap(({ identity, bucket }) =>
    encryptionWithKms(bucket) ? [refused(identity, bucket)] : [],
  );
}

function inPolicy(policy: Resource, app: Application) {
  const bucket = policy.read('Bucket').target;
  if (!bucket?.is('AWS::S3::Bucket') || !encryptionWithKms(bucket)) return [];
  // What a policy that cannot be read allows is told by the rules about policies.
  const told = judgeAllowed(policy.read('PolicyDocument'), ({ at }) => {
    const identity = identityIn(at.read('Principal'));
    return identity ? refused(identity, bucket) : [];
  }).filter(({ outcome }) => outcome === 'fail');
  return told.length === 0 || isReadByIdentity(bucket, app) ? [] : told;
}

function refused(at: Value, bucket: Resource) {
  return fail(at, {
    got: `an access identity for ${bucket.logicalId}, which is encrypted with KMS`,
    wanted: 'an origin access control',
  });
}
