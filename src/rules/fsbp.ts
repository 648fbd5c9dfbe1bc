/**
 * AWS Foundational Security Best Practices v1.0.0: every control of the services that rules look at, with its title as
 * published.
 *
 * Checked in November 2026 against the list of the standard, and APIGateway.10 and .11, which are newer than the copy of
 * it that was at hand, against the page of the service. Controls of other standards are in `security-hub.ts`.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
 */
export const fsbp = {
  'APIGateway.1': 'API Gateway REST and WebSocket API execution logging should be enabled',
  'APIGateway.2': 'API Gateway REST API stages should be configured to use SSL certificates for backend authentication',
  'APIGateway.3': 'API Gateway REST API stages should have AWS X-Ray tracing enabled',
  'APIGateway.4': 'API Gateway should be associated with a WAF Web ACL',
  'APIGateway.5': 'API Gateway REST API cache data should be encrypted at rest',
  'APIGateway.8': 'API Gateway routes should specify an authorization type',
  'APIGateway.9': 'Access logging should be configured for API Gateway V2 Stages',
  'APIGateway.10': 'API Gateway V2 integrations should use HTTPS for private connections',
  'APIGateway.11': 'API Gateway domain names should use recommended security policies',
  'IAM.1': 'IAM policies should not allow full "*" administrative privileges',
  'IAM.2': 'IAM users should not have IAM policies attached',
  'IAM.3': "IAM users' access keys should be rotated every 90 days or less",
  'IAM.4': 'IAM root user access key should not exist',
  'IAM.5': 'MFA should be enabled for all IAM users that have a console password',
  'IAM.6': 'Hardware MFA should be enabled for the root user',
  'IAM.7': 'Password policies for IAM users should have strong configurations',
  'IAM.8': 'Unused IAM user credentials should be removed',
  'IAM.21': 'IAM customer managed policies that you create should not allow wildcard actions for services',
  'KMS.1': 'IAM customer managed policies should not allow decryption actions on all KMS keys',
  'KMS.2': 'IAM principals should not have IAM inline policies that allow decryption actions on all KMS keys',
  'KMS.3': 'AWS KMS keys should not be deleted unintentionally',
  'KMS.5': 'KMS keys should not be publicly accessible',
  'Lambda.1': 'Lambda function policies should prohibit public access',
  'Lambda.2': 'Lambda functions should use supported runtimes',
  'Lambda.5': 'VPC Lambda functions should operate in multiple Availability Zones',
  'S3.1': 'S3 general purpose buckets should have block public access settings enabled',
  'S3.2': 'S3 general purpose buckets should block public read access',
  'S3.3': 'S3 general purpose buckets should block public write access',
  'S3.5': 'S3 general purpose buckets should require requests to use SSL',
  'S3.6': 'S3 general purpose bucket policies should restrict access to other AWS accounts',
  'S3.8': 'S3 general purpose buckets should block public access',
  'S3.9': 'S3 general purpose buckets should have server access logging enabled',
  'S3.12': 'ACLs should not be used to manage user access to S3 general purpose buckets',
  'S3.13': 'S3 general purpose buckets should have Lifecycle configurations',
  'S3.19': 'S3 access points should have block public access settings enabled',
  'S3.24': 'S3 Multi-Region Access Points should have block public access settings enabled',
  'S3.25': 'S3 directory buckets should have lifecycle configurations',
} as const;
