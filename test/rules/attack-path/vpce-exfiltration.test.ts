import { aws_ec2 as ec2, aws_lambda as lambda, aws_s3 as s3 } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { attackExamples, holds, runsAs } from './play';
import { SecureBucket } from '../../../src/bucket/secure-bucket';
import { SecureFunction } from '../../../src/function/secure-function';
import { evaluate, PolicyDocument } from '../../../src/iam';
import { identityOf } from '../../../src/iam/permission-paths';
import { rolePolicies } from '../../../src/iam/role-policies';
import rule from '../../../src/rules/attack-path/vpce-exfiltration';

function vpc(statement: string, resource = "'*'"): string {
  return `
  Network:
    Type: AWS::EC2::VPC
  Private:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Network }
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Network
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.s3
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statement}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: files
          PolicyDocument:
            Statement: { Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: ${resource} }
  Convert:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      VpcConfig: { SubnetIds: [!Ref Private], SecurityGroupIds: [sg-1] }
  Files:
    Type: AWS::S3::Bucket
`;
}

const allow = (condition: string, resource = "'*'") =>
  `          - { Effect: Allow, Principal: '*', Action: 's3:*', Resource: ${resource}, Condition: ${condition} }`;
const ofOwn = '{ StringEquals: { aws:PrincipalAccount: !Ref AWS::AccountId } }';

const inVpc = holds('the function calls through the endpoint', ['Convert', 'Endpoint', 'Private'], (_, find) => {
  const [subnet] = find('Convert').read('VpcConfig.SubnetIds').targets;
  return subnet?.read('VpcId').target === find('Endpoint').read('VpcId').target;
});
const copies = holds('Role may put objects into a bucket of somebody else', ['Role', 'Endpoint'], (_, find) => {
  const open = { Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } };
  const request = {
    principal: identityOf(find('Role')),
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::mallory/orders.csv',
    resourceAccount: '210987654321',
    context: { 'aws:PrincipalOrgID': 'o-1234567890', 'aws:PrincipalAccount': '${AWS::AccountId}' },
  };
  const endpoint = PolicyDocument.of(find('Endpoint').read('PolicyDocument').resolved);
  const policies = {
    ...rolePolicies(find('Role')),
    resource: [{ name: "Mallory's policy", document: PolicyDocument.of(open) }],
    endpoint: { name: 'the policy of the endpoint', document: endpoint },
  };
  return evaluate(request, policies).decision === 'allowed';
});

const called = { Role: 'ConvertServiceRole', Endpoint: 'NetworkFiles', Private: 'NetworkPrivateSubnet1Subnet' };

export default attackExamples(rule, {
  attack: [runsAs('Convert', 'Role'), inVpc, copies],
  fails: [
    {
      name: 'the endpoint of the L2 asks whose the caller is, and the function may write anywhere',
      called,
      at: ['NetworkFiles/Properties/PolicyDocument'],
      template: (stack) => {
        const network = new ec2.Vpc(stack, 'Network');
        const endpoint = network.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
        endpoint.addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:PrincipalAccount': stack.account } },
          }),
        );
        const convert = new lambda.Function(stack, 'Convert', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc: network,
        });
        convert.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: ['*'] }),
        );
      },
    },
    {
      name: 'the endpoint asks whose the caller is, and not whose the bucket',
      at: ['Endpoint/Properties/PolicyDocument'],
      template: vpc(allow(ofOwn)),
    },
    {
      name: 'the endpoint asks for the organization of the caller only',
      template: vpc(allow('{ StringEquals: { aws:PrincipalOrgID: o-1234567890 } }')),
    },
  ],
  passes: [
    {
      name: 'the endpoint of the L2 asks whose the bucket is, and ours grants itself to the function',
      called,
      template: (stack) => {
        const network = new ec2.Vpc(stack, 'Network');
        const endpoint = network.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
        endpoint.addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:ResourceAccount': stack.account } },
          }),
        );
        const convert = new SecureFunction(stack, 'Convert', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc: network,
        });
        new SecureBucket(stack, 'Images').grantReadWrite(convert);
      },
    },
    {
      name: 'the endpoint asks whose the bucket is',
      template: vpc(allow('{ StringEquals: { aws:ResourceAccount: !Ref AWS::AccountId } }')),
    },
    { name: 'the endpoint names the bucket', template: vpc(allow('{}', '!Sub "${Files.Arn}/*"')) },
    { name: 'the role names the bucket', template: vpc(allow(ofOwn), '!Sub "${Files.Arn}/*"') },
    {
      name: 'the L2 grants one bucket to a function behind the endpoint that it makes',
      template: (stack) => {
        const network = new ec2.Vpc(stack, 'Network', {
          natGateways: 0,
          restrictDefaultSecurityGroup: false,
          subnetConfiguration: [{ name: 'Private', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
          gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
        });
        const convert = new lambda.Function(stack, 'Convert', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc: network,
          vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        });
        new s3.Bucket(stack, 'Files').grantReadWrite(convert);
      },
    },
  ],
});
