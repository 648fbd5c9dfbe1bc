import type { Reviewed } from '../family';

export const storage: Reviewed = {
  least: 197,
  survivors: [
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'A text for people.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      places: {
        SecureBucket: [['SharedKey', 'Properties.Description', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'In the policy of a key only actions of KMS apply: `*` is `kms:*`.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
      places: {
        SecureBucket: [['SharedKey', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *']],
        SecureKey: [['Key', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: '30 days is what KMS waits where nothing is said.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      places: {
        SecureBucket: [['SharedKey', 'Properties.PendingWindowInDays', 'remove']],
        SecureKey: [['Key', 'Properties.PendingWindowInDays', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'The default key policy has the same statement, for the account.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
      places: {
        SecureBucket: [['SharedKey', 'Properties.KeyPolicy', 'remove']],
        SecureKey: [['Key', 'Properties.KeyPolicy', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::S3::BucketPolicy',
      reason: 'A name for people.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      places: {
        SecureBucket: [
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.2.Sid', 'remove'],
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.3.Sid', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::S3::Bucket',
      reason: 'A name for people: S3 makes one.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html',
      places: {
        SecureBucket: [
          ['Uploads', 'Properties.LifecycleConfiguration.Rules.0.Id', 'remove'],
          ['Uploads', 'Properties.LifecycleConfiguration.Rules.1.Id', 'remove'],
          ['AccessLogs', 'Properties.LifecycleConfiguration.Rules.1.Id', 'remove'],
          ['AccessLogs', 'Properties.LifecycleConfiguration.Rules.2.Id', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::S3::Bucket',
      reason: 'What stays is the mark of a deletion, which holds no data.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
      places: {
        SecureBucket: [
          ['Uploads', 'Properties.LifecycleConfiguration.Rules.1.ExpiredObjectDeleteMarker', 'remove'],
          ['Uploads', 'Properties.LifecycleConfiguration.Rules.1.ExpiredObjectDeleteMarker', 'flip'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::S3::BucketPolicy',
      reason: 'S3 takes nothing older than TLS 1.2 from anybody: the statement says what is so.',
      source: 'https://aws.amazon.com/blogs/security/tls-1-2-required-for-aws-endpoints/',
      places: {
        SecureBucket: [
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.0', 'remove'],
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.1', 'remove'],
          ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
          ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.0', 'remove'],
          ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.1', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::S3::Bucket',
      reason: 'SSE-S3 is what S3 does where nothing is said.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
      places: {
        SecureBucket: [
          [
            'AccessLogs',
            'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault',
            'remove',
          ],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::S3::BucketPolicy',
      reason:
        'The service delivers for buckets only, and the ARN was that of any bucket; the account is named beside it.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
      places: {
        SecureBucket: [['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.ArnLike', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::S3::BucketPolicy',
      reason:
        'In the policy of a bucket it is this bucket; the service writes logs of buckets of the account there, and nothing else.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
      places: {
        SecureBucket: [['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.2.Resource', 'widen to *']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Logs::LogGroup',
      reason: 'Nothing logs to it in this app.',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
      places: {
        SecureLogGroup: [['Logs', '', 'remove the resource']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::S3::BucketPolicy',
      reason:
        'The denial of uploads with another encryption becomes wider: uploads that name the right one, or none, are refused too.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
      places: {
        SecureBucket: [
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.Null', 'remove'],
          ['UploadsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.StringNotEquals', 'remove'],
        ],
      },
    },
  ],
};
