import * as iam from 'aws-cdk-lib/aws-iam';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/stream/firehose-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the token is written out',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/HECToken'],
      template: (stack) => {
        const archive = new s3.Bucket(stack, 'Archive');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com') });
        new firehose.CfnDeliveryStream(stack, 'Clicks', {
          splunkDestinationConfiguration: {
            hecEndpoint: 'https://splunk.example.com:8088',
            hecEndpointType: 'Event',
            hecToken: 'correct-horse',
            s3Configuration: { bucketArn: archive.bucketArn, roleArn: role.roleArn },
          },
        });
      },
    },
    {
      name: 'it is the default of a parameter',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/HECToken'],
      template: `
        Parameters:
          Token:
            Type: String
            Default: correct-horse
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECEndpoint: https://splunk.example.com
                HECEndpointType: Raw
                HECToken: !Ref Token
      `,
    },
    {
      name: 'there is none, and no vault to take it from',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/SecretsManagerConfiguration/Enabled'],
      template: `
        Clicks:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            SplunkDestinationConfiguration: { HECEndpoint: https://splunk.example.com, HECEndpointType: Raw }
      `,
    },
    {
      name: 'CloudFormation shows the parameter',
      at: ['Clicks/Properties/SplunkDestinationConfiguration/HECToken'],
      template: `
        Parameters:
          Token: { Type: String }
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties: { SplunkDestinationConfiguration: { HECEndpoint: https://splunk.example.com, HECEndpointType: Raw, HECToken: !Ref Token } }
      `,
    },
    {
      name: 'Parameter Store keeps the token unencrypted',
      at: ['Stream/Properties/SplunkDestinationConfiguration/HECToken'],
      template: `
        Stream:
          Type: AWS::KinesisFirehose::DeliveryStream
          Properties:
            SplunkDestinationConfiguration:
              HECEndpoint: https://splunk.example.com
              HECEndpointType: Raw
              HECToken: '{{resolve:ssm:/shop/token:1}}'
              S3Configuration: { BucketARN: arn:aws:s3:::failed, RoleARN: arn:aws:iam::111122223333:role/firehose }
      `,
    },
  ],
  passes: [
    {
      name: 'it is read from the vault',
      template: (stack) => {
        const archive = new SecureBucket(stack, 'Archive');
        const token = new secretsmanager.Secret(stack, 'Token');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com') });
        new firehose.CfnDeliveryStream(stack, 'Clicks', {
          splunkDestinationConfiguration: {
            hecEndpoint: 'https://splunk.example.com:8088',
            hecEndpointType: 'Event',
            secretsManagerConfiguration: { enabled: true, secretArn: token.secretArn, roleArn: role.roleArn },
            s3Configuration: { bucketArn: archive.bucketArn, roleArn: role.roleArn },
          },
        });
      },
    },
    {
      name: 'it is given at deployment',
      template: `
        Parameters:
          Token:
            Type: String
            NoEcho: true
        Resources:
          Clicks:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              SplunkDestinationConfiguration:
                HECEndpoint: https://splunk.example.com
                HECEndpointType: Raw
                HECToken: !Ref Token
      `,
    },
  ],
});
