import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/network/vpce-policy-perimeter';
import { ruleExamples } from '../rule-examples';

const withStatement = (statement: string) => `
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: vpc-0a1b2c
            ServiceName: com.amazonaws.eu-west-1.sqs
            VpcEndpointType: Interface
            PolicyDocument:
              Version: "2012-10-17"
              Statement: [{ Effect: Allow, ${statement} }]
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'callers are asked about, and resources are not',
      at: ['VpcFiles/Properties/PolicyDocument/Statement/0'],
      template: (stack) => {
        const files = new ec2.Vpc(stack, 'Vpc').addGatewayEndpoint('Files', {
          service: ec2.GatewayVpcEndpointAwsService.S3,
        });
        files.addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:PrincipalAccount': Stack.of(files).account } },
          }),
        );
      },
    },
    {
      name: 'resources are asked about, and callers are not',
      at: ['Endpoint/Properties/PolicyDocument/Statement/0'],
      template: withStatement(
        "Principal: '*', Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } }",
      ),
    },
    {
      name: 'the network is asked about, which everybody here is in',
      at: ['Endpoint/Properties/PolicyDocument/Statement/0'],
      template: withStatement(
        "Principal: '*', Action: '*', Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders', Condition: { StringEquals: { 'aws:SourceVpc': vpc-0a1b2c } }",
      ),
    },
    {
      name: 'a condition holds without the key too',
      at: ['Endpoint/Properties/PolicyDocument/Statement/0'],
      template: withStatement(
        "Principal: '*', Action: '*', Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders', Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': '111122223333' } }",
      ),
    },
  ],
  passes: [
    {
      name: 'both are asked about',
      template: (stack) => {
        const files = new ec2.Vpc(stack, 'Vpc').addGatewayEndpoint('Files', {
          service: ec2.GatewayVpcEndpointAwsService.S3,
        });
        const { account } = Stack.of(files);
        files.addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
          }),
        );
      },
    },
    {
      name: 'callers are asked about, and resources are those of one account',
      template: withStatement(
        "Principal: '*', Action: '*', Resource: 'arn:aws:sqs:*:111122223333:*', Condition: { StringEquals: { 'aws:PrincipalOrgID': o-a1b2c3d4e5 } }",
      ),
    },
    {
      name: 'the principal is the account',
      template: withStatement(
        "Principal: { AWS: '111122223333' }, Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } }",
      ),
    },
    {
      name: 'the service takes no policy',
      template: `
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties: { VpcId: vpc-0a1b2c, ServiceName: com.amazonaws.eu-west-1.transfer.server, VpcEndpointType: Interface }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      at: ['Endpoint/Properties/PolicyDocument'],
      template: `
        Parameters:
          Policy: { Type: String }
        Resources:
          Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcId: vpc-0a1b2c, ServiceName: com.amazonaws.eu-west-1.s3, PolicyDocument: !Ref Policy }
      `,
    },
  ],
});
