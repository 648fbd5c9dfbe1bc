import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-cors-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'pages of every origin may upload',
      at: ['Uploads/Properties/CorsConfiguration/CorsRules/0/AllowedOrigins/0'],
      template: (stack) =>
        new s3.Bucket(stack, 'Uploads', {
          cors: [{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['*'] }],
        }),
    },
    {
      name: 'every origin is allowed',
      at: ['Uploads/Properties/CorsConfiguration/CorsRules/0/AllowedOrigins/0'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            CorsConfiguration:
              CorsRules:
                - AllowedMethods: [GET, PUT]
                  AllowedOrigins: ['*']
      `,
    },
    {
      name: 'every origin with TLS is',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            CorsConfiguration:
              CorsRules:
                - AllowedMethods: [GET, PUT]
                  AllowedOrigins: ['https://*']
      `,
    },
  ],
  passes: [
    {
      name: 'those of the shop may',
      template: (stack) =>
        new SecureBucket(stack, 'Uploads', {
          cors: [{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://shop.example.com'] }],
        }),
    },
    {
      name: 'there are no CORS rules',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
      `,
    },
  ],
  unknown: [
    {
      name: 'the origin is a parameter without a default',
      at: ['Uploads/Properties/CorsConfiguration/CorsRules/0/AllowedOrigins/0'],
      template: `
        Parameters:
          Origin:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [GET, PUT]
                    AllowedOrigins: [!Ref Origin]
      `,
    },
  ],
});
