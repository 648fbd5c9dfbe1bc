import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/network/vpce-policy-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no policy',
      at: ['VpcFiles/Properties/PolicyDocument'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        vpc.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
      },
    },
    {
      name: 'the policy allows everything',
      at: ['Endpoint/Properties/PolicyDocument/Statement/0'],
      template: `
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: vpc-0a1b2c
            ServiceName: com.amazonaws.eu-west-1.dynamodb
            PolicyDocument:
              Version: "2012-10-17"
              Statement: [{ Effect: Allow, Principal: '*', Action: '*', Resource: '*' }]
      `,
    },
  ],
  passes: [
    {
      name: 'what belongs to the account',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const files = vpc.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
        files.addToPolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['s3:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:ResourceAccount': Stack.of(files).account } },
          }),
        );
      },
    },
    {
      name: 'one table',
      template: `
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: vpc-0a1b2c
            ServiceName: com.amazonaws.eu-west-1.dynamodb
            PolicyDocument:
              Version: "2012-10-17"
              Statement: [{ Effect: Allow, Principal: '*', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' }]
      `,
    },
    {
      name: 'what belongs to the organization',
      template: `
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: vpc-0a1b2c
            ServiceName: com.amazonaws.eu-west-1.s3
            PolicyDocument:
              Version: "2012-10-17"
              Statement: [{ Effect: Allow, Principal: '*', Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:ResourceOrgID': o-a1b2c3d4e5 } } }]
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
