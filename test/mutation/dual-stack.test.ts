/** @jest-environment ./test/judges/validator-environment.ts */
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { dualStack, network } from './constructs/network';
import { Judge } from './judge';
import { mutants } from './mutants';
import type { JsonTemplate, Mutant, Operator } from './mutants';
import { network as reviewed } from './survivors/network';

/** By type, property and change: what no rule has to notice, with the source. */
const ofIpv6: readonly (readonly [type: string, path: string, operators: readonly Operator[], reason: string])[] = [
  [
    'AWS::EC2::VPCCidrBlock',
    'Properties.AmazonProvidedIpv6CidrBlock',
    ['remove', 'flip'],
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateVpcCidrBlock.html
    'refused: what is associated is a range of Amazon, or one that is named',
  ],
  [
    'AWS::EC2::Subnet',
    'Properties.AssignIpv6AddressOnCreation',
    ['remove', 'flip'],
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
    'harmless: what is put there gets an address of IPv6 where it asks for one only',
  ],
  [
    'AWS::EC2::Subnet',
    'Properties.CidrBlock',
    ['remove'],
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
    'refused: a subnet that is not for IPv6 only has a range of IPv4',
  ],
  [
    'AWS::EC2::Subnet',
    'Properties.Ipv6CidrBlock',
    ['remove'],
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
    'refused: a subnet that gives addresses of IPv6 has a range of them',
  ],
];

const judge = new Judge();
afterAll(() => judge.close());

function templateOf(make: (stack: Stack) => void): JsonTemplate {
  const stack = new Stack(new App(), 'Stack');
  make(stack);
  return Template.fromStack(stack).toJSON() as JsonTemplate;
}

const [overIpv4] = Object.values(network);
const [overBoth] = Object.values(dualStack);
const known = templateOf(overIpv4).Resources;
const template = templateOf(overBoth);

const kindOf = (type: string, path: string, operator: Operator) => `${type} | ${path} | ${operator}`;
const reasoned = new Set([
  ...reviewed.survivors.flatMap(({ type, places }) =>
    Object.values(places).flatMap((changes) => changes.map(([, path, operator]) => kindOf(type, path, operator))),
  ),
  ...ofIpv6.flatMap(([type, path, operators]) => operators.map((operator) => kindOf(type, path, operator))),
]);

/** What was not there, or was otherwise, without IPv6; what waits for what is no matter of mutation. */
function isChangedHere({ logicalId }: Mutant): boolean {
  const form = (resources: JsonTemplate['Resources']) =>
    JSON.stringify({ ...resources[logicalId], DependsOn: undefined });
  return form(known) !== form(template.Resources);
}

const changes = [...mutants(template)].filter(isChangedHere);
const before = judge.findingsIn(template);
const kindOfMutant = ({ type, path, operator }: Mutant) => kindOf(type, path.join('.'), operator);
const survived = changes.filter((mutant) => !judge.isNoticed(mutant, before));

test('what IPv6 brings is changed: its range, the subnets that have one, and the entries of ACLs', () => {
  expect([...new Set(changes.map(({ type }) => type))].sort()).toEqual([
    'AWS::EC2::NetworkAclEntry',
    'AWS::EC2::Subnet',
    'AWS::EC2::VPCCidrBlock',
  ]);
});

test('a rule notices each change, but for those that are listed with their reason, or are alike without IPv6', () => {
  const unexplained = survived.filter((mutant) => !reasoned.has(kindOfMutant(mutant)));
  expect(unexplained.filter((mutant) => !judge.isRefused(mutant)).map(kindOfMutant)).toEqual([]);
});

test.each(ofIpv6)('%s: %s is listed because no rule notices it', (type, path, operators) => {
  for (const operator of operators) expect(survived.map(kindOfMutant)).toContain(kindOf(type, path, operator));
});
