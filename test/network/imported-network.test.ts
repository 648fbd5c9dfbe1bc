import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureFunction } from '../../src/function/secure-function';
import type { ImportedNetworkOptions } from '../../src/network/imported-network-options';
import { IsolatedNetwork } from '../../src/network/isolated-network';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function newStack(): Stack {
  return new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
}

/** Of a platform team: isolated subnets beside public ones and private ones with a way out. */
function vpcOf(stack: Stack): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    publicSubnetIds: ['subnet-1', 'subnet-2'],
    privateSubnetIds: ['subnet-3', 'subnet-4'],
    isolatedSubnetIds: ['subnet-5', 'subnet-6'],
  });
}

function functionIn(stack: Stack, options: ImportedNetworkOptions): SecureFunction {
  return new SecureFunction(stack, 'Fn', {
    ...code,
    network: IsolatedNetwork.fromVpc(stack, 'Network', vpcOf(stack), options),
  });
}

const publish = new iam.PolicyStatement({
  actions: ['sns:Publish'],
  resources: ['arn:aws:sns:eu-west-1:111122223333:books'],
});

test('a function goes into the isolated subnets, with ways to what the VPC has', () => {
  const stack = newStack();
  const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Sns', {
    vpcEndpointId: 'vpce-1',
    port: 443,
    securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')],
  });
  const fn = functionIn(stack, { gateways: ['s3'], interfaceEndpoints: { sns: endpoint } });
  s3.Bucket.fromBucketName(stack, 'Books', 'books').grantRead(fn);
  fn.addToRolePolicy(publish);

  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Lambda::Function', { VpcConfig: { SubnetIds: ['subnet-5', 'subnet-6'] } });
  template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { DestinationPrefixListId: 'pl-6da54004' });
  template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { DestinationSecurityGroupId: 'sg-1' });
  template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 2);
  template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
});

test.each([
  [
    'no gateway',
    {},
    (fn: SecureFunction, stack: Stack) => s3.Bucket.fromBucketName(stack, 'Books', 'books').grantRead(fn),
    /no gateway endpoint for 's3' that 'Stack\/Network' knows of: name it in 'gateways'/,
  ],
  [
    'no interface endpoint',
    { gateways: ['s3'] },
    (fn: SecureFunction) => fn.addToRolePolicy(publish),
    /no interface endpoint for 'sns' .* name it in 'interfaceEndpoints'/,
  ],
])('what code is granted and the VPC has %s for is an error', (_, options, grant, message) => {
  const stack = newStack();
  grant(functionIn(stack, options), stack);
  expect(() => Template.fromStack(stack)).toThrow(message);
});

test.each([
  ['public subnets', { subnetType: ec2.SubnetType.PUBLIC }, /'Stack\/Vpc\/PublicSubnet1' for functions is public/],
  [
    'subnets with a way out',
    { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    /'Stack\/Vpc\/PrivateSubnet1' for functions has a way to the internet/,
  ],
  [
    'subnets of one zone',
    { subnetType: ec2.SubnetType.PRIVATE_ISOLATED, availabilityZones: ['eu-west-1a'] },
    /subnets for functions in 1 zone\(s\)/,
  ],
])('%s for functions are refused', (_, functionSubnets, message) => {
  const stack = newStack();
  expect(() => IsolatedNetwork.fromVpc(stack, 'Network', vpcOf(stack), { functionSubnets })).toThrow(message);
});

test('a VPC without isolated subnets is refused with what to do, because the CDK makes none unless it is told to', () => {
  const stack = new Stack(new App(), 'Stack');
  expect(() => IsolatedNetwork.fromVpc(stack, 'Network', new ec2.Vpc(stack, 'Vpc'))).toThrow(
    "Stack/Network: the VPC 'Stack/Vpc' has no isolated subnets: make some for functions",
  );
});

test('what cannot be seen is said', () => {
  const stack = newStack();
  IsolatedNetwork.fromVpc(stack, 'Network', vpcOf(stack));
  Annotations.fromStack(stack).hasWarning(
    '/Stack/Network',
    Match.stringLikeRegexp(
      "'Stack/Vpc' was made elsewhere: .* cannot see is the routes of its subnets, .* its DNS firewall",
    ),
  );
});
