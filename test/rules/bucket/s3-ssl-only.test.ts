import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-ssl-only';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    { name: 'the L2 has no policy', at: ['Uploads'], template: (stack) => new s3.Bucket(stack, 'Uploads') },
    {
      name: 'only objects are covered',
      at: ['Uploads'],
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: !Sub '\${Uploads.Arn}/*'
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'only some of the objects are covered',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/private/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'only writing is denied',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:PutObject
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'only one principal is denied',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'another condition narrows the denial',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
                    StringEquals: { aws:SourceVpc: vpc-1a2b3c4d }
      `,
    },
    {
      name: 'only the version of TLS is asked for',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    NumericLessThan: { s3:TlsVersion: '1.2' }
      `,
    },
    {
      name: 'it denies HTTPS',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'true' }
      `,
    },
    {
      name: 'HTTPS is only a condition of what is allowed',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'true' }
      `,
    },
    {
      name: 'the policy of a bucket of another app says nothing',
      at: ['Policy'],
      template: `
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::uploads/*
      `,
    },
  ],
  passes: [
    { name: 'ours denies plain HTTP', template: (stack) => new SecureBucket(stack, 'Uploads') },
    {
      name: 'everything is denied over plain HTTP',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [!GetAtt Uploads.Arn, !Sub '\${Uploads.Arn}/*']
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'it is written with an AWS principal, a boolean and joins',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: { AWS: '*' }
                  Action: '*'
                  Resource: [!Join ['', ['arn:aws:s3:::', !Ref Uploads]], !Join ['', ['arn:', !Ref AWS::Partition, ':s3:::', !Ref Uploads, '/*']]]
                  Condition:
                    BoolIfExists: { aws:SecureTransport: false }
      `,
    },
    {
      name: 'two statements share the work',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Uploads
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: !GetAtt Uploads.Arn
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: !Sub '\${Uploads.Arn}/*'
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'the bucket is named',
      template: `
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: uploads-of-the-shop
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: uploads-of-the-shop
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: s3:*
                  Resource: [arn:aws:s3:::uploads-of-the-shop, arn:aws:s3:::uploads-of-the-shop/*]
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'the L2 enforces it',
      template: (stack) => new s3.Bucket(stack, 'Uploads', { enforceSSL: true, minimumTLSVersion: 1.2 }),
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Uploads
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
