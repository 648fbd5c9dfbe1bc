import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src';
import rule from '../../../src/rules/distribution/cf-oai-kms';
import { ruleExamples } from '../rule-examples';

const encrypted = (algorithm: string) =>
  `{ Type: AWS::S3::Bucket, Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: ${algorithm} } }] } } }`;

const policyFor = (principal: string) => `
        Identity:
          Type: AWS::CloudFront::CloudFrontOriginAccessIdentity
          Properties: { CloudFrontOriginAccessIdentityConfig: { Comment: site } }
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Files
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: ${principal}, Action: 's3:GetObject', Resource: !Sub '\${Files.Arn}/*' }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the bucket of the site has a key',
      at: ['Shop/Properties/DistributionConfig/Origins/0/S3OriginConfig/OriginAccessIdentity'],
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site', { encryptionKey: new kms.Key(stack, 'Key') });
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessIdentity(site) },
        });
      },
    },
    {
      name: 'the distribution stands elsewhere, and the key is the one of AWS',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal/CanonicalUser'],
      template: `
        Files: ${encrypted('aws:kms')}
        ${policyFor('{ CanonicalUser: !GetAtt Identity.S3CanonicalUserId }')}
      `,
    },
    {
      name: 'the identity is named by its ARN',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal/AWS'],
      template: `
        Files: ${encrypted('aws:kms:dsse')}
        ${policyFor("{ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2EXAMPLE' }")}
      `,
    },
    {
      name: 'a distribution that streams',
      at: ['Films/Properties/StreamingDistributionConfig/S3Origin/OriginAccessIdentity'],
      template: `
        Files: ${encrypted('aws:kms')}
        Films:
          Type: AWS::CloudFront::StreamingDistribution
          Properties:
            StreamingDistributionConfig:
              Enabled: true
              Comment: films
              S3Origin: { DomainName: !GetAtt Files.DomainName, OriginAccessIdentity: origin-access-identity/cloudfront/E2EXAMPLE }
      `,
    },
  ],
  passes: [
    {
      name: 'an origin access control reads our bucket, and may use its key',
      template: (stack) => {
        const site = new SecureBucket(stack, 'Site');
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) },
        });
      },
    },
    {
      name: 'S3 encrypts with its own keys',
      template: (stack) => {
        const site = new s3.Bucket(stack, 'Site', { encryption: s3.BucketEncryption.S3_MANAGED });
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessIdentity(site) },
        });
      },
    },
    {
      name: 'the identity is denied',
      template: `
        Files: ${encrypted('aws:kms')}
        ${policyFor('{ CanonicalUser: !GetAtt Identity.S3CanonicalUserId }').replace('Effect: Allow', 'Effect: Deny')}
      `,
    },
    {
      name: 'another user of S3 is named',
      template: `
        Files: ${encrypted('aws:kms')}
        ${policyFor('{ AWS: !Ref AWS::AccountId }')}
      `,
    },
  ],
});
