import { arnOf, evaluate, PolicyDocument } from '../../iam';
import { deployedText } from '../../iam/deployed-text';
import { resourcePolicies } from '../../iam/resource-policies';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { choicesOfUploads } from './reading/upload-choices';

const mayUpload = PolicyDocument.of({ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } });

export default defineRule({
  id: 's3-upload-encryption',
  severity: 'low',
  strict: true,
  title: 'an upload may choose another encryption than that of the bucket',
  why: 'Who may upload writes objects that the key of the bucket does not protect: readable without it, or only with a key of theirs, which is how data is held to ransom.',
  serviceDefault:
    'The encryption of the bucket is for uploads that ask for none; a header of the request wins (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html).',
  fix: 'deny `s3:PutObject` in the bucket policy where `s3:x-amz-server-side-encryption`, its key id or the customer algorithm is another, or use `SecureBucket`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes:
    'Only for buckets with a KMS key of yours. Since April 2026 S3 refuses keys that the uploader brings in new buckets, and in those of accounts that had no such objects (https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html).',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) => {
    const rule = bucket.read('BucketEncryption.ServerSideEncryptionConfiguration.0');
    const encryption = rule.read('ServerSideEncryptionByDefault');
    if (!encryption.read('SSEAlgorithm').is('aws:kms') || encryption.read('KMSMasterKeyID').isAbsent) return [];
    const text = (value: string) => deployedText(value, bucket.template);
    const request = {
      principal: { kind: 'role', arn: text('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/uploader') },
      action: 's3:PutObject',
      resource: `${text(arnOf(bucket))}/upload`,
      resourceAccount: text('${AWS::AccountId}'),
    } as const;
    const policies = { identity: [{ name: 'the uploader', document: mayUpload }], resource: resourcePolicies(bucket) };
    const verdicts = choicesOfUploads(rule).map(([choice, headers]) => {
      const context = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', ...headers };
      return { choice, ...evaluate({ ...request, context }, policies) };
    });
    const allowed = verdicts.filter(({ decision }) => decision === 'allowed').map(({ choice }) => choice);
    const unsure = verdicts.find(({ decision }) => decision === 'unknown');
    return [
      ...(allowed.length > 0
        ? [fail(encryption, { got: `uploads with ${allowed.join(', ')}`, wanted: 'a denial' })]
        : []),
      ...(unsure ? [unknown(encryption, unsure.because)] : []),
    ];
  },
});
