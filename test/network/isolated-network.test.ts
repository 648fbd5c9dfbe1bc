import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { IsolatedNetwork, NetworkEndpoints, SecureFunction } from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

test('a function that was granted a table and a secret gets their endpoints, and ways to nothing else', () => {
  const stack = new Stack(new App(), 'Stack');
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const fn = new SecureFunction(stack, 'Fn', { ...code, network });
  new dynamodb.Table(stack, 'Table', {
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  }).grantReadData(fn);
  new secretsmanager.Secret(stack, 'Secret').grantRead(fn);

  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::VPCEndpoint', 2);
  template.resourceCountIs('AWS::EC2::Route', 0);
  template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 2);
  template.allResourcesProperties('AWS::EC2::SecurityGroupEgress', {
    FromPort: 443,
    ToPort: 443,
    CidrIp: Match.absent(),
  });
});
