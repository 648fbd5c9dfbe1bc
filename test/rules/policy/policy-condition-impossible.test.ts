import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/policy/policy-condition-impossible';
import { ruleExamples } from '../rule-examples';

const statement = (effect: 'Allow' | 'Deny', condition: string) => `
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: books
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: ${effect}, Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::books/*', Condition: { ${condition} } }
`;

const place = (condition: string) => [`Policy/Properties/PolicyDocument/Statement/0/Condition/${condition}`];

const ofApi = (types: string) => `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            EndpointConfiguration: { Types: [${types}] }
            Policy:
              Statement:
                - { Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': 10.0.0.0/8 } } }
`;

const denialBeyond = (organization: string) =>
  new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: ['arn:aws:s3:::books/*'],
    conditions: { StringNotEquals: { 'aws:PrincipalOrgID': organization } },
  });

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an organizational unit is compared with organizations, and everybody is denied',
      at: ['BooksPolicy/Properties/PolicyDocument/Statement/0/Condition/StringNotEquals/aws:PrincipalOrgID'],
      template: (stack) => {
        new s3.Bucket(stack, 'Books').addToResourcePolicy(denialBeyond('ou-ab12-11111111'));
      },
    },
    {
      name: 'the root of an organization is no organization',
      at: place('StringEquals/aws:PrincipalOrgID'),
      template: statement('Allow', "StringEquals: { 'aws:PrincipalOrgID': r-ab12 }"),
    },
    {
      name: 'an organization is no path',
      at: place('ForAnyValue:StringEquals/aws:PrincipalOrgPaths'),
      template: statement('Allow', "'ForAnyValue:StringEquals': { 'aws:PrincipalOrgPaths': [o-a1b2c3d4e5] }"),
    },
    {
      name: 'a path begins with the organization',
      at: place('ForAnyValue:StringLike/aws:PrincipalOrgPaths'),
      template: statement('Allow', "'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['ou-ab12-11111111/*'] }"),
    },
    {
      name: 'an ARN is no account',
      at: place('StringEquals/aws:SourceAccount'),
      template: statement('Allow', "StringEquals: { 'aws:SourceAccount': !Sub 'arn:aws:iam::${AWS::AccountId}:root' }"),
    },
    {
      name: 'an account that was written as a number lost its zero',
      at: place('StringEquals/aws:SourceAccount'),
      template: statement('Allow', "StringEquals: { 'aws:SourceAccount': 12345678901 }"),
    },
    {
      name: 'a denial outside of private networks denies everybody',
      at: place('NotIpAddress/aws:SourceIp'),
      template: statement('Deny', "NotIpAddress: { 'aws:SourceIp': [10.0.0.0/8, 192.168.7.0/24] }"),
    },
    {
      name: 'an ARN with a wildcard equals none',
      at: place('StringNotEquals/aws:PrincipalArn'),
      template: statement('Deny', "StringNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/books-*' }"),
    },
    { name: 'an API that is called from the internet', template: ofApi('REGIONAL') },
  ],
  passes: [
    {
      name: 'the organization is compared with organizations',
      template: (stack) => {
        new s3.Bucket(stack, 'Books').addToResourcePolicy(denialBeyond('o-a1b2c3d4e5'));
      },
    },
    {
      name: 'a part of an organization',
      template: statement(
        'Allow',
        "'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*', 'o-a1b2c3d4e5*'] }",
      ),
    },
    {
      name: 'accounts, by number and by pseudo parameter',
      template: statement('Allow', "StringEquals: { 'aws:SourceAccount': ['012345678901', !Ref AWS::AccountId] }"),
    },
    { name: 'accounts that begin so', template: statement('Allow', "StringLike: { 'aws:PrincipalAccount': '1111*' }") },
    {
      name: 'the account of the caller, by variable',
      template: statement('Allow', "StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' }"),
    },
    {
      name: 'whoever did not sign the request',
      template: statement('Deny', "StringEquals: { 'aws:PrincipalAccount': anonymous }"),
    },
    {
      name: 'one of two ranges is public',
      template: statement('Allow', "IpAddress: { 'aws:SourceIp': [10.0.0.0/8, 203.0.113.0/24] }"),
    },
    {
      name: 'the address of whoever comes by an endpoint',
      template: statement('Allow', "IpAddress: { 'aws:VpcSourceIp': 10.0.0.0/8 }"),
    },
    {
      name: 'ARNs that are alike',
      template: statement('Allow', "ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:books-*' }"),
    },
    {
      name: 'the ARN of a log group, as CloudWatch Logs has it',
      template: statement(
        'Allow',
        "StringEquals: { 'aws:SourceArn': 'arn:aws:logs:eu-west-1:111122223333:log-group:books:*' }",
      ),
    },
    {
      name: 'the account is a parameter',
      template: `
        Parameters:
          Account: { Type: String }
        Resources:
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: books
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: '*'
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::books/*
                    Condition: { StringEquals: { 'aws:SourceAccount': !Ref Account } }
      `,
    },
    { name: 'a private API, which has private callers', template: ofApi('PRIVATE') },
  ],
});
