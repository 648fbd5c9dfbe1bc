import { App, CustomResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureFunction } from '../../src/function/secure-function';
import { evaluate, PolicyDocument, type Principal, type Request } from '../../src/iam';
import { readPolicy } from '../../src/iam/role-policies';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import type { IsolatedNetworkProps } from '../../src/network/isolated-network-props';
import { NetworkEndpoints } from '../../src/network/network-endpoints';
import { Application } from '../../src/template';

const [own, other] = ['111122223333', '444455556666'];
const env = { account: own, region: 'eu-west-1' };

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const everything = {
  name: 'everything',
  document: PolicyDocument.of({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  }),
};

/** What the endpoint of a service lets through, by whoever and to wherever IAM itself lets. */
function through(
  service: string,
  props: IsolatedNetworkProps,
  build: (fn: SecureFunction, network: IsolatedNetwork, stack: Stack) => void,
): (request: Request) => string {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env });
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), ...props });
  build(new SecureFunction(stack, 'Fn', { ...code, network }), network, stack);
  const templates = app.synth().stacks.map(({ templateFullPath }) => ({ path: templateFullPath }));
  const endpoint = Application.load(templates)
    .ofType('AWS::EC2::VPCEndpoint')
    .find((one) => one.read('ServiceName').text?.endsWith(`.${service}`));
  if (!endpoint) throw new Error(`no endpoint of ${service}`);
  const policy = { name: 'endpoint', document: readPolicy(endpoint.read('PolicyDocument')) };
  return (request) => evaluate(request, { identity: [everything], resource: [everyone], endpoint: policy }).decision;
}

/** The bucket of an attacker takes anything. */
const everyone = {
  name: 'everyone',
  document: PolicyDocument.of({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
  }),
};

function role(account: string): Principal {
  return { kind: 'role', arn: `arn:aws:iam::${account}:role/fn` };
}

const grantObjects = (fn: SecureFunction, _: IsolatedNetwork, stack: Stack) =>
  s3.Bucket.fromBucketName(stack, 'Books', 'books').grantReadWrite(fn);

const anonymous: Principal = { kind: 'anonymous' };

describe('the gateway of S3', () => {
  test.each<[string, Principal, string, string]>([
    ['own principals to an own bucket', role(own), own, 'allowed'],
    ['own principals to the bucket of another account', role(own), other, 'denied'],
    ['credentials of another account to its bucket', role(other), other, 'denied'],
    ['credentials of another account to an own bucket', role(other), own, 'denied'],
    ['nobody in particular to an own bucket', anonymous, own, 'denied'],
    ['nobody in particular to the bucket of another account', anonymous, other, 'denied'],
  ])('lets through what is meant: %s', (_, principal, resourceAccount, decision) => {
    const decide = through('s3', {}, grantObjects);
    for (const action of ['s3:GetObject', 's3:PutObject']) {
      expect(decide({ principal, action, resource: 'arn:aws:s3:::books/dune', resourceAccount })).toBe(decision);
    }
  });

  test.each([
    ['a bucket that was named', 'arn:aws:s3:::shared/dune', 'allowed'],
    ['one that was not', 'arn:aws:s3:::others/dune', 'denied'],
  ])('lets own principals through to %s, in another account', (_, resource, decision) => {
    const decide = through('s3', {}, (fn, network, stack) => {
      grantObjects(fn, network, stack);
      network.allowResources('s3', 'arn:aws:s3:::shared', 'arn:aws:s3:::shared/*');
    });
    expect(decide({ principal: role(own), action: 's3:PutObject', resource, resourceAccount: other })).toBe(decision);
    expect(decide({ principal: role(other), action: 's3:PutObject', resource, resourceAccount: other })).toBe('denied');
  });

  /** As CloudFormation signed the URL, which is nobody of this account. */
  const answer = (resource: string, action = 's3:PutObject'): Request => ({
    principal: { kind: 'role', arn: 'arn:aws:iam::999999999999:role/cloudformation' },
    action,
    resource,
    resourceAccount: '999999999999',
  });
  const responses = 'arn:${AWS::Partition}:s3:::cloudformation-custom-resource-response';
  const bucket = `${responses}-euwest1/answer`;

  test('lets a handler of custom resources answer CloudFormation, and nothing else', () => {
    const decide = through('s3', {}, (fn, _, stack) => {
      new CustomResource(stack, 'Custom', { serviceToken: fn.functionArn });
    });
    expect(decide(answer(bucket))).toBe('allowed');
    expect(decide(answer(bucket, 's3:GetObject'))).toBe('denied');
    expect(decide(answer(`${responses}-useast1/answer`))).toBe('denied');
  });

  test('keeps the bucket of CloudFormation closed where no handler is in the network', () => {
    const decide = through('s3', {}, (fn, network, stack) => {
      grantObjects(fn, network, stack);
      const outside = new SecureFunction(stack, 'Outside', code);
      new CustomResource(stack, 'Custom', { serviceToken: outside.functionArn });
    });
    expect(decide(answer(bucket))).toBe('denied');
  });
});

describe('an interface endpoint', () => {
  const publish = (resource: string) => (fn: SecureFunction) =>
    fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: [resource] }));
  const topic = (account: string) => `arn:aws:sns:eu-west-1:${account}:books`;

  test.each([
    ['own principals to an own topic', own, own, 'allowed'],
    ['own principals to a topic of another account', own, other, 'denied'],
    ['principals of another account to their topic', other, other, 'denied'],
  ])('lets through what is meant: %s', (_, from, to, decision) => {
    const decide = through('sns', {}, publish(topic(own)));
    expect(decide({ principal: role(from), action: 'sns:Publish', resource: topic(to) })).toBe(decision);
  });

  test('lets through to what a grant names in another account', () => {
    const decide = through('sns', {}, publish(topic(other)));
    expect(decide({ principal: role(own), action: 'sns:Publish', resource: topic(other) })).toBe('allowed');
    expect(decide({ principal: role(own), action: 'sns:Publish', resource: `${topic(other)}-2` })).toBe('denied');
    expect(decide({ principal: role(other), action: 'sns:Publish', resource: topic(other) })).toBe('denied');
  });

  test.each([
    ['o-a1b2c3d4e5', 'o-a1b2c3d4e5', 'allowed'],
    ['o-a1b2c3d4e5', 'o-zzzzzzzzzz', 'denied'],
    ['o-zzzzzzzzzz', 'o-a1b2c3d4e5', 'denied'],
  ])('lets an organization through: from %s to %s is %s', (from, to, decision) => {
    const decide = through('sns', { organizationId: 'o-a1b2c3d4e5' }, publish(topic(own)));
    const context = { 'aws:PrincipalOrgID': from, 'aws:ResourceOrgID': to };
    expect(decide({ principal: role(other), action: 'sns:Publish', resource: topic(other), context })).toBe(decision);
  });
});

test.each(['arn:aws:s3:::*', '*', 'arn:aws:sqs:eu-west-1:111122223333:*', 'books'])(
  "'allowResources' refuses %s, which is more than a name",
  (arn) => {
    const network = new IsolatedNetwork(new Stack(new App(), 'Stack'), 'Network');
    expect(() => network.allowResources('s3', arn)).toThrow(/'allowResources' is everything of a service, or no ARN/);
  },
);

describe('an endpoint has no policy', () => {
  function endpointOf(service: string, endpoints: NetworkEndpoints): Record<string, unknown> {
    const stack = new Stack(new App(), 'Stack', { env });
    const network = new IsolatedNetwork(stack, 'Network', { endpoints });
    network.connect(new SecureFunction(stack, 'Fn', { ...code, network }), service);
    const found = Object.values(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint'));
    expect(found).toHaveLength(1);
    return found[0].Properties as Record<string, unknown>;
  }

  test.each([
    ['where AWS documents that it takes none', 'inspector2', NetworkEndpoints.onDemand()],
    ['where somebody found out that it takes none', 'pipes', NetworkEndpoints.onDemand().withoutPolicy('pipes')],
    ['whatever else is said', 'pipes', NetworkEndpoints.only('pipes').withoutPolicy('pipes').available('pipes')],
  ])('%s', (_, service, endpoints) => {
    expect(endpointOf(service, endpoints)).not.toHaveProperty('PolicyDocument');
  });

  test.each([
    ['where nobody knows', 'pipes', NetworkEndpoints.onDemand()],
    [
      'where it is another one that takes none',
      'pipes',
      NetworkEndpoints.onDemand().withoutPolicy('verifiedpermissions'),
    ],
  ])('but one %s', (_, service, endpoints) => {
    expect(endpointOf(service, endpoints)).toHaveProperty(
      'PolicyDocument.Statement.0.Sid',
      'OwnPrincipalsToOwnResources',
    );
  });

  test('which is refused where AWS documents that it takes one', () => {
    expect(() => endpointOf('sqs', NetworkEndpoints.onDemand().withoutPolicy('sqs'))).toThrow(
      /'withoutPolicy' of 'sqs', whose endpoint does take one: leave it out/,
    );
  });
});
