import { arnOf } from '../../iam';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { verdictForService } from './reading/verdict-for-service';

export default defineRule({
  id: 's3-access-log-delivery',
  severity: 'medium',
  title: 'the access logs of the bucket are not delivered',
  why:
    'S3 drops access logs that it cannot write, without an error. Who read what is looked for after an incident, and the bucket ' +
    'for it turns out to be empty.',
  serviceDefault:
    'The log delivery group needs a statement of the bucket policy, and a destination that is encrypted with SSE-S3; a bucket ' +
    'that logs into itself fills itself (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html).',
  fix: 'use a bucket of its own, encrypted with SSE-S3, whose policy allows `logging.s3.amazonaws.com` to put objects: `SecureBucket` brings one',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['S3.9'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) => {
    const logging = bucket.read('LoggingConfiguration');
    if (logging.isAbsent || logging.isUnknown) return [];
    const at = logging.read('DestinationBucketName');
    const destination = at.isAbsent ? bucket : at.target;
    if (!destination?.is('AWS::S3::Bucket')) return [];
    if (destination === bucket) return fail(at, { got: 'the bucket itself', wanted: 'another bucket' });
    const encryption = destination.read('BucketEncryption.ServerSideEncryptionConfiguration.0');
    const algorithm = encryption.read('ServerSideEncryptionByDefault.SSEAlgorithm');
    if (algorithm.is('aws:kms', 'aws:kms:dsse')) {
      return fail(at, { got: `a bucket with ${algorithm.text}`, wanted: 'one with SSE-S3 ("AES256")' });
    }
    if (destination.read('AccessControl').is('LogDeliveryWrite')) return [];
    const below = `/${logging.read('LogFilePrefix').text ?? ''}log`;
    const verdict = verdictForService('logging.s3.amazonaws.com', 's3:PutObject', destination, {
      below,
      context: { 'aws:SourceArn': arnOf(bucket), 'aws:SourceAccount': '${AWS::AccountId}' },
    });
    if (verdict.decision === 'unknown') return unknown(at, verdict.because);
    return verdict.decision === 'denied'
      ? fail(at, {
          got: `no s3:PutObject on ${destination.logicalId}`,
          wanted: 'a bucket policy that lets in logging.s3.amazonaws.com',
        })
      : [];
  },
});
