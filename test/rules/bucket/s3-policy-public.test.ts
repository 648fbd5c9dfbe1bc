import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets everybody read',
      at: ['UploadsPolicy/Properties/PolicyDocument/Statement/0/Principal'],
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS_ONLY });
        uploads.grantPublicAccess();
      },
    },
    {
      name: 'everybody may read',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'everybody may read, in the long form',
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
                  Principal: { AWS: ['*'] }
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'the condition is one that everybody can meet',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    StringLike:
                      aws:Referer: https://www.example.com/*
      `,
    },
    {
      name: 'every address on the internet is in the range',
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    IpAddress:
                      aws:SourceIp: [0.0.0.0/1, 128.0.0.0/1]
      `,
    },
    {
      name: 'the condition also holds where the key is missing',
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    StringEqualsIfExists:
                      aws:SourceVpce: vpce-1a2b3c4d
      `,
    },
    {
      name: 'the organization is a wildcard',
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    StringLike:
                      aws:PrincipalOrgID: o-*
      `,
    },
    {
      name: 'one stage lets everybody in',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
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
                    Principal: !If [IsDemo, '*', !Sub 'arn:aws:iam::\${AWS::AccountId}:root']
                    Action: s3:GetObject
                    Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'a vector bucket',
      at: ['Policy/Properties/Policy/Statement/0/Principal'],
      template: `
        Policy:
          Type: AWS::S3Vectors::VectorBucketPolicy
          Properties:
            VectorBucketName: embeddings
            Policy:
              Statement:
                - { Effect: Allow, Principal: '*', Action: s3vectors:QueryVectors, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'ours lets one account read',
      template: (stack) => {
        const uploads = new SecureBucket(stack, 'Uploads');
        uploads.grantRead(new iam.AccountPrincipal('444455556666'));
      },
    },
    {
      name: 'one account may read',
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
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'everybody of one organization may',
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    StringEquals:
                      aws:PrincipalOrgID: o-1a2b3c4d5e
      `,
    },
    {
      name: 'what comes through one VPC endpoint may',
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    StringEquals:
                      aws:SourceVpce: vpce-1a2b3c4d
      `,
    },
    {
      name: 'one distribution may',
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
                  Principal: { Service: cloudfront.amazonaws.com }
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
                  Condition:
                    ArnLike:
                      AWS:SourceArn: !Sub arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/EDFDVBD632BHDS5
      `,
    },
    {
      name: 'everybody is denied something',
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
                  Action: s3:GetObject
                  Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'the L2 enforces TLS and grants to a role',
      template: (stack) => {
        const uploads = new s3.Bucket(stack, 'Uploads', { enforceSSL: true });
        uploads.grantRead(new iam.AccountRootPrincipal());
      },
    },
  ],
  unknown: [
    {
      name: 'the principal is a parameter without a default',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Parameters:
          Reader:
            Type: String
        Resources:
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
                    Principal: { AWS: !Ref Reader }
                    Action: s3:GetObject
                    Resource: !Sub \${Uploads.Arn}/*
      `,
    },
    {
      name: 'the endpoint is a parameter without a default',
      template: `
        Parameters:
          Endpoint:
            Type: String
        Resources:
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
                    Action: s3:GetObject
                    Resource: !Sub \${Uploads.Arn}/*
                    Condition:
                      StringEquals:
                        aws:SourceVpce: !Ref Endpoint
      `,
    },
  ],
});
