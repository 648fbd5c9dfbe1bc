/** The services that a gateway endpoint reaches, free of charge. */
export type GatewayService = 's3' | 'dynamodb';

/**
 * The prefix lists of AWS that stand in a security group for a gateway endpoint: no attribute of a template names them.
 *
 * The ids are those of `aws ec2 describe-prefix-lists` in each region; they are the same for every account. A region that
 * is missing here has them too: give them where they are needed.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 * @see https://docs.aws.amazon.com/powershell/v4/reference/items/Get-EC2PrefixList.html
 */
export const gatewayPrefixLists: Readonly<Record<string, Readonly<Record<GatewayService, string>>>> = {
  'ap-northeast-1': { s3: 'pl-61a54008', dynamodb: 'pl-78a54011' },
  'ap-northeast-2': { s3: 'pl-78a54011', dynamodb: 'pl-48a54021' },
  'ap-south-1': { s3: 'pl-78a54011', dynamodb: 'pl-66a7420f' },
  'ap-southeast-1': { s3: 'pl-6fa54006', dynamodb: 'pl-67a5400e' },
  'ap-southeast-2': { s3: 'pl-6ca54005', dynamodb: 'pl-62a5400b' },
  'ca-central-1': { s3: 'pl-7da54014', dynamodb: 'pl-4ea54027' },
  'eu-central-1': { s3: 'pl-6ea54007', dynamodb: 'pl-66a5400f' },
  'eu-west-1': { s3: 'pl-6da54004', dynamodb: 'pl-6fa54006' },
  'eu-west-2': { s3: 'pl-7ca54015', dynamodb: 'pl-b3a742da' },
  'eu-west-3': { s3: 'pl-23ad484a', dynamodb: 'pl-abb451c2' },
  'sa-east-1': { s3: 'pl-6aa54003', dynamodb: 'pl-60a54009' },
  'us-east-1': { s3: 'pl-63a5400a', dynamodb: 'pl-02cd2c6b' },
  'us-east-2': { s3: 'pl-7ba54012', dynamodb: 'pl-4ca54025' },
  'us-west-1': { s3: 'pl-6ba54002', dynamodb: 'pl-6ea54007' },
  'us-west-2': { s3: 'pl-68a54001', dynamodb: 'pl-00a54069' },
};
