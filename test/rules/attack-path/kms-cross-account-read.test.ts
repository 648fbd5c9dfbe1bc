import { aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { strangerMay } from './outsiders';
import { attackExamples } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/attack-path/kms-cross-account-read';

function store(reader: string, decrypter: string, condition = '{}'): string {
  return `
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: ${decrypter} }
            Action: kms:Decrypt
            Resource: '*'
            Condition: ${condition}
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: ${reader} }
            Action: s3:GetObject
            Resource: !Sub '\${Orders.Arn}/*'
`;
}

const partner = 'arn:aws:iam::111122223333:root';
const at = ['Key/Properties/KeyPolicy/Statement/0/Principal'];

export default attackExamples(rule, {
  attack: [
    strangerMay('s3:GetObject', 'Orders', { account: '111122223333', below: '/1.json' }),
    strangerMay('kms:Decrypt', 'Key', { account: '111122223333' }),
  ],
  fails: [
    {
      name: 'the L2 grants the bucket, and with it the key, to a whole account',
      at: ['Key/Properties/KeyPolicy/Statement/1/Principal'],
      template: (stack) => {
        const encryptionKey = new kms.Key(stack, 'Key');
        const orders = new s3.Bucket(stack, 'Orders', { encryptionKey });
        orders.grantRead(new iam.AccountPrincipal('111122223333'));
      },
    },
    { name: 'bucket and key let the whole account in', at, template: store(partner, partner) },
    {
      name: 'the secret and its key do',
      at,
      attack: [
        strangerMay('secretsmanager:GetSecretValue', 'Password', { account: '111122223333' }),
        strangerMay('kms:Decrypt', 'Key', { account: '111122223333' }),
      ],
      template: `${store('arn:aws:iam::111122223333:role/Other', partner)}
  Password:
    Type: AWS::SecretsManager::Secret
    Properties: { KmsKeyId: !Ref Key }
  Shared:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref Password
      ResourcePolicy:
        Statement:
          Effect: Allow
          Principal: { AWS: '111122223333' }
          Action: secretsmanager:GetSecretValue
          Resource: '*'
`,
    },
  ],
  passes: [
    {
      name: 'our bucket and key are granted to one role',
      template: (stack) => {
        const encryptionKey = new SecureKey(stack, 'Key');
        const orders = new SecureBucket(stack, 'Orders', { encryptionKey });
        orders.grantRead(new iam.ArnPrincipal('arn:aws:iam::111122223333:role/Reports'));
      },
    },
    { name: 'the key names a role', template: store(partner, 'arn:aws:iam::111122223333:role/Reports') },
    {
      name: 'the bucket lets another account in than the key',
      template: store('arn:aws:iam::444455556666:root', partner),
    },
    {
      name: 'the key asks for the organization',
      template: store(partner, partner, '{ StringEquals: { aws:PrincipalOrgID: o-1234567890 } }'),
    },
    {
      name: 'the L2 leaves bucket and key to the account',
      template: (stack) =>
        new s3.Bucket(stack, 'Orders', { encryptionKey: new kms.Key(stack, 'Key'), enforceSSL: true }),
    },
  ],
});
