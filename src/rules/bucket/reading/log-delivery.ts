import { policiesOfBucket } from './bucket-policies';
import { placedStatements } from '../../../iam/placed-statements';
import type { Application, Resource } from '../../../template';

/**
 * Whether S3 delivers access logs into a bucket: another bucket says so, or its ACL or its policy lets the service in.
 *
 * Such a bucket can only be encrypted with SSE-S3, and logging its own log deliveries would never end.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function receivesAccessLogs(bucket: Resource, app: Application): boolean {
  return (
    app.attachedTo(bucket, 'AWS::S3::Bucket', 'LoggingConfiguration.DestinationBucketName').length > 0 ||
    bucket.read('AccessControl').is('LogDeliveryWrite') ||
    policiesOfBucket(bucket, app).some((document) =>
      placedStatements(document).statements.some(
        ({ statement }) =>
          statement.effect === 'Allow' &&
          statement.principal?.named.some(({ term }) => term.known === 'logging.s3.amazonaws.com'),
      ),
    )
  );
}

/** Whether CloudTrail delivers its log files into a bucket. */
export function receivesTrail(bucket: Resource, app: Application): boolean {
  return app.attachedTo(bucket, 'AWS::CloudTrail::Trail', 'S3BucketName').length > 0;
}

/**
 * Whether CloudFront delivers its standard logs into a bucket, which it does by ACL.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export function receivesDistributionLogs(bucket: Resource, app: Application): boolean {
  return app.attachedTo(bucket, 'AWS::CloudFront::Distribution', 'DistributionConfig.Logging.Bucket').length > 0;
}
