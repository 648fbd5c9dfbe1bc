import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/distribution/cf-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no log',
      at: ['Shop/Properties/DistributionConfig/Logging/Bucket'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
    {
      name: 'a distribution that streams',
      at: ['Films/Properties/StreamingDistributionConfig/Logging/Enabled'],
      template: `
        Films:
          Type: AWS::CloudFront::StreamingDistribution
          Properties:
            StreamingDistributionConfig: { Enabled: true, S3Origin: { DomainName: films.s3.amazonaws.com } }
      `,
    },
  ],
  passes: [
    {
      name: 'a bucket gets it',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
          enableLogging: true,
        });
      },
    },
    {
      name: 'CloudWatch Logs delivers it',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig: { Enabled: true }
        Source:
          Type: AWS::Logs::DeliverySource
          Properties:
            Name: site
            LogType: ACCESS_LOGS
            ResourceArn: !Sub arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${Site}
        Delivery:
          Type: AWS::Logs::Delivery
          Properties:
            DeliverySourceName: !Ref Source
            DeliveryDestinationArn: arn:aws:logs:us-east-1:111122223333:delivery-destination:site
      `,
    },
  ],
  unknown: [
    {
      name: 'the bucket is a parameter',
      at: ['Site/Properties/DistributionConfig/Logging/Bucket'],
      template: `
        Parameters:
          Logs: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Logging: { Bucket: !Ref Logs }
      `,
    },
  ],
});
