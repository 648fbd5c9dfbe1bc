import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScopedRole } from '../../../src/role/scoped-role';
import rule from '../../../src/rules/role/iam-wildcard-name';
import { ruleExamples } from '../rule-examples';

const policy = (action: string, resource: string) => `
        Policy:
          Type: AWS::IAM::Policy
          Properties:
            PolicyName: books
            Roles: [books]
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Action: ${action}, Resource: ${resource} }
`;

const place = 'Policy/Properties/PolicyDocument/Statement/0/Resource';

const beside = (resource: string, others: string, action = "'s3:GetObject'") => policy(action, resource) + others;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may read every bucket that begins so',
      at: ['RoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Resource'],
      template: (stack) => {
        const books = new s3.Bucket(stack, 'Books');
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`${books.bucketArn}*`] }));
      },
    },
    {
      name: 'the name of a bucket of the app goes on',
      at: [place],
      template: beside(
        "!Sub 'arn:aws:s3:::${Books}*'",
        `
        Books: { Type: AWS::S3::Bucket }
      `,
      ),
    },
    {
      name: 'the wildcard is in the name and below it',
      at: [place],
      template: beside(
        "!Sub '${Books.Arn}*/*'",
        `
        Books: { Type: AWS::S3::Bucket }
      `,
      ),
    },
    {
      name: 'the bucket of that name is in the app',
      at: [place],
      template: beside(
        "'arn:aws:s3:::books*'",
        `
        Books: { Type: AWS::S3::Bucket, Properties: { BucketName: books } }
      `,
      ),
    },
    {
      name: 'the indexes of a table were meant',
      at: [place],
      template: beside(
        "!Sub '${Books.Arn}*'",
        `
        Books: { Type: AWS::DynamoDB::Table }
      `,
        "'dynamodb:Query'",
      ),
    },
    {
      name: 'the name of a queue goes on',
      at: [place],
      template: beside(
        "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Books.QueueName}*'",
        `
        Books: { Type: AWS::SQS::Queue }
      `,
        "'sqs:SendMessage'",
      ),
    },
    {
      name: 'versions of the function beside it were meant',
      at: [`${place}/1`],
      template: policy(
        "'lambda:InvokeFunction'",
        "['arn:aws:lambda:eu-west-1:111122223333:function:books', 'arn:aws:lambda:eu-west-1:111122223333:function:books*']",
      ),
    },
    {
      name: 'the statement is about the bucket and its objects',
      at: [place],
      template: policy("['s3:ListBucket', 's3:GetObject']", "'arn:aws:s3:::books*'"),
    },
  ],
  passes: [
    {
      name: 'ours may read the objects of one bucket',
      template: (stack) => {
        const books = new s3.Bucket(stack, 'Books');
        const role = new ScopedRole(stack, 'Role');
        role.addToPolicy(
          new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [books.arnForObjects('covers*')] }),
        );
      },
    },
    {
      name: 'objects below a prefix',
      template: beside(
        "!Sub '${Books.Arn}/covers*'",
        `
        Books: { Type: AWS::S3::Bucket }
      `,
      ),
    },
    { name: 'a family of buckets', template: policy("['s3:ListBucket', 's3:GetObject']", "'arn:aws:s3:::books-*'") },
    { name: 'objects of what may be a family', template: policy("'s3:GetObject'", "'arn:aws:s3:::books*'") },
    {
      name: 'two buckets of the app begin so',
      template: beside(
        "'arn:aws:s3:::books*'",
        `
        Books: { Type: AWS::S3::Bucket, Properties: { BucketName: books } }
        Covers: { Type: AWS::S3::Bucket, Properties: { BucketName: books-covers } }
      `,
      ),
    },
    {
      name: 'log groups of a function',
      template: beside(
        "!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Books}*'",
        `
        Books: { Type: AWS::Lambda::Function }
      `,
        "'logs:PutLogEvents'",
      ),
    },
    {
      name: 'the suffix of a secret, which Secrets Manager chooses',
      template: policy(
        "'secretsmanager:GetSecretValue'",
        "'arn:aws:secretsmanager:eu-west-1:111122223333:secret:books-??????'",
      ),
    },
    {
      name: 'the versions of a function',
      template: beside(
        "!Sub '${Books.Arn}:*'",
        `
        Books: { Type: AWS::Lambda::Function }
      `,
        "'lambda:InvokeFunction'",
      ),
    },
  ],
  unknown: [
    {
      name: 'a parameter says the name',
      at: [place],
      template: `
        Parameters:
          Name: { Type: String }
        Resources:
          Policy:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: books
              Roles: [books]
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - { Effect: Allow, Action: 's3:GetObject', Resource: !Sub 'arn:aws:s3:::\${Name}*' }
      `,
    },
  ],
});
