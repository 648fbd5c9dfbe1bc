import { aws_s3 as s3 } from 'aws-cdk-lib';
import { attackExamples, holds } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import rule from '../../../src/rules/attack-path/s3-export-owner-unchecked';

function inventory(destination: string): string {
  return `
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      InventoryConfigurations:
        - Id: all
          Enabled: true
          IncludedObjectVersions: Current
          ScheduleFrequency: Daily
          Destination: ${destination}
`;
}

const path = 'InventoryConfigurations.0.Destination';
const isFree = holds('somebody else may have the bucket of that name', ['Orders'], (app, find) => {
  const to = find('Orders').read(`${path}.BucketArn`);
  const names = app.ofType('AWS::S3::Bucket').map((bucket) => bucket.read('BucketName').text);
  const isReserved = /-111122223333-eu-west-1-an$/.test(to.text ?? '');
  return to.targets.length === 0 && !isReserved && !names.includes(to.text?.split(':::')[1]);
});
const nobodyAsks = holds(
  'S3 does not ask whose it is',
  ['Orders'],
  (_, find) => find('Orders').read(`${path}.BucketAccountId`).isAbsent,
);

export default attackExamples(rule, {
  attack: [isFree, nobodyAsks],
  fails: [
    {
      name: 'the L2 sends the list to a bucket that is known by its name',
      at: ['Orders/Properties/InventoryConfigurations/0/Destination/BucketAccountId'],
      template: (stack) => {
        const bucket = s3.Bucket.fromBucketName(stack, 'Lists', 'shop-inventory');
        new s3.Bucket(stack, 'Orders', { inventories: [{ destination: { bucket } }] });
      },
    },
    {
      name: 'the list of objects goes to whoever has the name',
      at: ['Orders/Properties/InventoryConfigurations/0/Destination/BucketAccountId'],
      template: inventory('{ BucketArn: arn:aws:s3:::shop-inventory, Format: CSV }'),
    },
  ],
  passes: [
    {
      name: 'the account of that bucket is named',
      template: (stack) => {
        const bucket = s3.Bucket.fromBucketName(stack, 'Lists', 'shop-inventory');
        new SecureBucket(stack, 'Orders', {
          inventories: [{ destination: { bucket, bucketOwner: '111122223333' } }],
        });
      },
    },
    {
      name: 'no other account can have the name',
      template: inventory('{ BucketArn: arn:aws:s3:::lists-111122223333-eu-west-1-an, Format: CSV }'),
    },
    {
      name: 'the account is named',
      template: inventory("{ BucketArn: arn:aws:s3:::shop-inventory, Format: CSV, BucketAccountId: '111122223333' }"),
    },
    {
      name: 'the application makes the bucket, under that name',
      template: `${inventory('{ BucketArn: arn:aws:s3:::shop-inventory, Format: CSV }')}
  Lists:
    Type: AWS::S3::Bucket
    Properties: { BucketName: shop-inventory }
`,
    },
    {
      name: 'the L2 sends the list to a bucket of the stack',
      template: (stack) => {
        const bucket = new s3.Bucket(stack, 'Lists');
        new s3.Bucket(stack, 'Orders', { inventories: [{ destination: { bucket } }] });
      },
    },
  ],
  unknown: [
    {
      name: 'the bucket is a parameter without a default',
      template: `
Parameters:
  Lists: { Type: String }
Resources:
${inventory('{ BucketArn: !Ref Lists, Format: CSV }')}
`,
    },
  ],
});
