import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/bucket/s3-policy-any-service';
import { ruleExamples } from '../rule-examples';

const allowing = (principal: string) => `
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: logs
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal: ${principal}
                  Action: s3:PutObject
                  Resource: arn:aws:s3:::logs/*
                  Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'anybody for the account may write into the bucket',
      at: ['DeliveriesPolicy/Properties/PolicyDocument/Statement/0/Principal'],
      template: (stack) => {
        const deliveries = new s3.Bucket(stack, 'Deliveries');
        deliveries.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.StarPrincipal()],
            actions: ['s3:PutObject'],
            resources: [deliveries.arnForObjects('*')],
            conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
          }),
        );
      },
    },
    {
      name: 'only the account is named',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: allowing("'*'"),
    },
  ],
  passes: [
    {
      name: 'the service that writes the logs may',
      template: (stack) => {
        const deliveries = new SecureBucket(stack, 'Deliveries');
        deliveries.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
            actions: ['s3:PutObject'],
            resources: [deliveries.arnForObjects('*')],
            conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
          }),
        );
      },
    },
    { name: 'the service is named too', template: allowing('{ Service: logging.s3.amazonaws.com }') },
  ],
  unknown: [
    {
      name: 'the principal is a parameter',
      template: `
        Parameters:
          Who: { Type: String }
        Resources:
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: logs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref Who }
                    Action: s3:PutObject
                    Resource: arn:aws:s3:::logs/*
                    Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }
      `,
    },
  ],
});
