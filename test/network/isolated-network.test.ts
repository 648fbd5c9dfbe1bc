import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureFunction } from '../../src/function/secure-function';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import { NetworkEndpoints } from '../../src/network/network-endpoints';

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

describe('connect', () => {
  function inNetwork(endpoints?: NetworkEndpoints) {
    const stack = new Stack(new App(), 'Stack');
    const network = new IsolatedNetwork(stack, 'Network', { endpoints });
    return { stack, network, fn: new SecureFunction(stack, 'Fn', { ...code, network }) };
  }

  test('opens the way to a service that no grant tells of, once', () => {
    const { stack, network, fn } = inNetwork(NetworkEndpoints.only('kms'));
    network.connect(fn, 'kms');
    network.connect(fn, 'kms');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 1);
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
  });

  test('refuses a service that has no endpoint, one that may not be made, and a function outside', () => {
    const { stack, network, fn } = inNetwork();
    const outside = new SecureFunction(stack, 'Outside', code);
    expect(() => network.connect(fn, 'pigeon')).toThrow(/'connect' to 'pigeon', which is no service with an endpoint/);
    expect(() => network.connect(fn, 'kms')).toThrow(/'connect' to 'kms': it needs the interface endpoint 'kms'/);
    expect(() => network.connect(outside, 's3')).toThrow(/'connect' of 'Stack\/Outside', which is not in this network/);
  });
});

test('what was turned away can be watched by an alarm', () => {
  const stack = new Stack(new App(), 'Stack');
  const network = new IsolatedNetwork(stack, 'Network');
  network.metricRejected().createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });

  const template = Template.fromStack(stack);
  const [filter] = Object.values(template.findResources('AWS::Logs::MetricFilter'));
  const { FilterPattern, MetricTransformations } = (
    filter as { Properties: { FilterPattern: string; MetricTransformations: { MetricName: string }[] } }
  ).Properties;
  expect(FilterPattern).toContain('action = "REJECT"');
  template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: MetricTransformations[0].MetricName });
});
