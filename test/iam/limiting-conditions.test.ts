import { conditionsOf } from '../../src/iam/condition';
import { keepStrangersOut, limitsResources, nameTheSource } from '../../src/iam/limiting-conditions';
import { Text, Unknown } from '../../src/template';
import type { Resolved } from '../../src/template';

type Block = { readonly [operator: string]: { readonly [key: string]: Resolved } };

const unknown = new Unknown('parameter "X" has no default', '${X}');

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status */
describe('strangers are kept out by', () => {
  test.each<Block>([
    { StringEquals: { 'aws:PrincipalOrgID': 'o-1a2b3c4d5e' } },
    { stringequals: { 'AWS:principalorgid': 'o-1a2b3c4d5e' } },
    { StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
    { StringEquals: { 'kms:CallerAccount': ['111122223333', '444455556666'] } },
    { StringLike: { 'aws:userId': 'AROAEXAMPLEID1234567:*' } },
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1a2b3c4d5e/*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads/*' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:route53:::hostedzone/Z0123456789ABCDEF' } },
    { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::${AWS::AccountId}:role/*' } },
    { ArnLike: { 'aws:SourceArn': new Text(['arn:aws:sns:', unknown, ':111122223333:news']) } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:logs:*:111122223333:*' } },
    { StringLike: { 'aws:SourceArn': 'arn:aws:logs:eu-west-1:111122223333:*' } },
    { StringLike: { 'aws:SourceArn': 'arn:aws:events:*:${AWS::AccountId}:rule/*' } },
    { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8', '2001:db8::/32', '198.51.100.7'] } },
    { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    { StringEquals: { 'aws:VpceAccount': '111122223333' } },
    { 'ForAnyValue:StringEqualsIfExists': { 'aws:PrincipalOrgPaths': 'o-1a2b3c4d5e/*' } },
    { ArnLike: { 'lambda:SourceFunctionArn': 'arn:aws:lambda:*:111122223333:function:orders' } },
    { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
  ])('%j', (block) => {
    expect(keepStrangersOut(conditionsOf(block))).toBe('yes');
  });

  test.each<readonly [string, Block]>([
    ['everybody can send it', { StringLike: { 'aws:Referer': 'https://www.example.com/*' } }],
    ['everybody can send it', { StringEquals: { 'aws:UserAgent': 'shop' } }],
    ['it is no secret', { StringEquals: { 'sts:ExternalId': 'shop' } }],
    ['strangers use TLS too', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['strangers use the service too', { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } }],
    ['every account tags as it likes', { StringEquals: { 'aws:PrincipalTag/team': 'shop' } }],
    ['it holds without the key', { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }],
    ['it holds without the key', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1a2b3c4d5e/' } }],
    ['it names who is left out', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1a2b3c4d5e' } }],
    ['it only asks for the key', { Null: { 'aws:PrincipalOrgID': 'false' } }],
    ['the value is a wildcard', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }],
    ['one of the values is a wildcard', { StringLike: { 'aws:SourceAccount': ['111122223333', '*'] } }],
    ['the account is a wildcard', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:news' } }],
    ['others call a log group by the number', { StringLike: { 'aws:SourceArn': 'arn:aws:logs:*:111122223333:*' } }],
    ['others call a function so', { StringLike: { 'aws:SourceArn': 'arn:aws:lambda:*:${AWS::AccountId}:*' } }],
    ['every bucket has such an ARN', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }],
    ['everybody may call a bucket so', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads-*' } }],
    ['every zone has such an ARN', { ArnLike: { 'aws:SourceArn': 'arn:aws:route53:::hostedzone/*' } }],
    ['the value is what it is compared with', { StringEquals: { 'aws:SourceAccount': '${aws:PrincipalAccount}' } }],
    ['it is the internet', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
    ['it is the internet in two halves', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }],
    ['it is the internet', { IpAddress: { 'aws:SourceIp': '::/0' } }],
  ])('nothing where %s: %j', (_, block) => {
    expect(keepStrangersOut(conditionsOf(block))).toBe('no');
  });

  test.each<Block>([
    { StringEquals: { 'aws:PrincipalOrgID': unknown } },
    { ArnLike: { 'aws:SourceArn': new Text(['arn:aws:sns:eu-west-1:', unknown, ':news']) } },
    { IpAddress: { 'aws:SourceIp': unknown } },
  ])('perhaps %j', (block) => {
    expect(keepStrangersOut(conditionsOf(block))).toBe('unknown');
  });

  test('perhaps a block of which nothing is known', () => {
    expect(keepStrangersOut(conditionsOf(unknown))).toBe('unknown');
  });
});

describe('the source of a service', () => {
  const context = {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111122223333:log-group:*' },
  };

  test('is also named by keys that the service has for it', () => {
    expect(nameTheSource(conditionsOf(context))).toBe('no');
    expect(nameTheSource(conditionsOf(context), ['kms:encryptioncontext:*'])).toBe('yes');
  });
});

describe('resources are limited', () => {
  test.each<readonly [boolean, Block]>([
    [true, { StringEquals: { 'aws:ResourceTag/app': 'shop' } }],
    [true, { StringEquals: { 'cloudwatch:namespace': 'shop' } }],
    [false, { StringLike: { 'aws:ResourceTag/app': '*' } }],
    [false, { StringEqualsIfExists: { 'aws:ResourceTag/app': 'shop' } }],
    [false, { StringEquals: { 'aws:PrincipalOrgID': 'o-1a2b3c4d5e' } }],
    [false, { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }],
  ])('%s: %j', (limits, block) => {
    expect(conditionsOf(block).some(limitsResources)).toBe(limits);
  });
});
