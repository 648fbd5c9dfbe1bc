/**
 * Controls of AWS Security Hub that are not part of its Foundational Security Best Practices, but of its NIST, PCI DSS, CIS
 * or tagging standards, with their titles as published: those that rules name, and those next to them.
 *
 * Checked in November 2026 against the page of each service (`s3-controls.html`, `lambda-controls.html`…) and against the
 * list of the standard in `fsbp.ts`, which does not have them.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html
 */
export const securityHub = {
  'CloudTrail.3': 'At least one CloudTrail trail should be enabled',
  'CloudTrail.6': 'Ensure the S3 bucket used to store CloudTrail logs is not publicly accessible',
  'CloudTrail.7': 'Ensure S3 bucket access logging is enabled on the CloudTrail S3 bucket',
  'CloudWatch.16': 'CloudWatch log groups should be retained for a specified time period',
  'DynamoDB.4': 'DynamoDB tables should be present in a backup plan',
  'EC2.13': 'Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22',
  'EC2.14': 'Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 3389',
  'KMS.4': 'AWS KMS key rotation should be enabled',
  'Lambda.3': 'Lambda functions should be in a VPC',
  'Lambda.6': 'Lambda functions should be tagged',
  'Lambda.7': 'Lambda functions should have AWS X-Ray active tracing enabled',
  'S3.7': 'S3 general purpose buckets should use cross-Region replication',
  'S3.10': 'S3 general purpose buckets with versioning enabled should have Lifecycle configurations',
  'S3.11': 'S3 general purpose buckets should have event notifications enabled',
  'S3.14': 'S3 general purpose buckets should have versioning enabled',
  'S3.15': 'S3 general purpose buckets should have Object Lock enabled',
  'S3.17': 'S3 general purpose buckets should be encrypted at rest with AWS KMS keys',
  'S3.20': 'S3 general purpose buckets should have MFA delete enabled',
  'S3.22': 'S3 general purpose buckets should log object-level write events',
  'S3.23': 'S3 general purpose buckets should log object-level read events',
  'SNS.1': 'SNS topics should be encrypted at-rest using AWS KMS',
  'WAF.11': 'AWS WAF web ACL logging should be enabled',
} as const;
