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
      name: 'only the account is named',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: allowing("'*'"),
    },
  ],
  passes: [{ name: 'the service is named too', template: allowing('{ Service: logging.s3.amazonaws.com }') }],
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
