import type { CfnResource } from 'aws-cdk-lib';
import { Lazy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { namesOf } from './endpoint-names';
import type { Perimeter } from './endpoint-policies';
import { answersToCloudFormation, ownToNamed, ownToOwn } from './endpoint-policies';
import { subnetGroups } from './isolated-network-defaults';
import { acknowledgeNoPolicy } from './network-acknowledgements';
import type { NetworkFunction } from './network-function';
import { OwnGatewayEndpoint, OwnInterfaceEndpoint } from './owned-endpoints';
import { enforce } from '../enforced/enforced';
import type { EndpointService } from '../facts/endpoint-services';
import { monthlyCostOfInterfaceEndpoint } from '../facts/network-prices';

/** Under this key of an endpoint's metadata stands who needs it, and what it costs. */
const ENDPOINT_METADATA = 'cdk-secure-serverless:endpoint';

const https = ec2.Port.tcp(443);

/** The endpoints of a network, each made once, for all functions that were granted something of its service. */
export class SharedEndpoints extends Construct {
  /** Whether a handler of a custom resource runs in the network. */
  public answersCloudFormation = false;

  private readonly reached = new Map<string, EndpointService>();
  private readonly users = new Map<string, Set<string>>();
  private readonly named = new Map<string, Set<string>>();

  constructor(
    scope: Construct,
    id: string,
    private readonly vpc: ec2.IVpc,
    private readonly perimeter: Perimeter,
    private readonly withoutPolicy: readonly string[],
  ) {
    super(scope, id);
  }

  /** The names by which the services are called. */
  public get names(): string[] {
    return [...this.reached.values()].flatMap((service) => namesOf(service, this));
  }

  /** Whether it is the resource of one of these endpoints. */
  public made(resource: CfnResource): boolean {
    const { scope } = resource.node;
    return scope instanceof OwnGatewayEndpoint || scope instanceof OwnInterfaceEndpoint;
  }

  /** Lets own principals through to resources of others. */
  public name(service: string, resources: readonly string[]): void {
    this.named.set(service, new Set([...(this.named.get(service) ?? []), ...resources]));
  }

  /** Makes the gateway of the service, unless it is there. */
  public gateway(service: EndpointService, user: NetworkFunction): void {
    this.use(service, user);
    if (this.node.tryFindChild(service.name)) return;
    const endpoint = new OwnGatewayEndpoint(new Construct(this, service.name), 'Gateway', {
      vpc: this.vpc,
      service: new ec2.GatewayVpcEndpointAwsService(service.name),
      subnets: [{ subnetGroupName: subnetGroups.functions }],
    });
    this.hold(endpoint, service, 0);
  }

  /** Makes the interface endpoint of the service, unless it is there, and lets the function in. */
  public interface(service: EndpointService, user: NetworkFunction): void {
    this.use(service, user);
    const endpoint = (this.node.tryFindChild(`${service.name}-interface`)?.node.findChild('Endpoint') ??
      this.makeInterface(service)) as OwnInterfaceEndpoint;
    user.fn.connections.allowTo(endpoint, https, `to the endpoint of ${service.name}`);
  }

  private makeInterface(service: EndpointService): OwnInterfaceEndpoint {
    const scope = new Construct(this, `${service.name}-interface`);
    const group = new ec2.SecurityGroup(scope, 'SecurityGroup', {
      vpc: this.vpc,
      description: `Functions that may call ${service.name}`,
      allowAllOutbound: false,
    });
    const endpoint = new OwnInterfaceEndpoint(scope, 'Endpoint', {
      vpc: this.vpc,
      service: serviceOf(service, this),
      serviceRegion: this.regionOf(service),
      subnets: { subnetGroupName: subnetGroups.endpoints },
      securityGroups: [group],
      privateDnsEnabled: true,
      open: false,
    });
    this.hold(endpoint, service, this.vpc.availabilityZones.length);
    const instead = 'keep the endpoint as the network made it';
    enforce(endpoint, endpoint.node.defaultChild as CfnResource, [
      { path: 'PrivateDnsEnabled', value: true, rule: 'vpce-private-dns', instead },
      { path: 'SecurityGroupIds', value: [group.securityGroupId], rule: 'vpce-default-group', instead },
    ]);
    return endpoint;
  }

  private hold(endpoint: ec2.VpcEndpoint, service: EndpointService, zones: number): void {
    const resource = endpoint.node.defaultChild as ec2.CfnVPCEndpoint;
    const isWithout = this.withoutPolicy.includes(service.name);
    const policyDocument =
      service.takesPolicy === false || isWithout
        ? undefined
        : Lazy.uncachedAny({ produce: () => this.policyOf(service).toJSON() as unknown });
    if (isWithout && service.takesPolicy === undefined) acknowledgeNoPolicy(resource);
    resource.policyDocument = policyDocument;
    enforce(endpoint, resource, [
      {
        path: 'PolicyDocument',
        value: policyDocument,
        rule: 'vpce-policy-open',
        instead: "keep its policy, and name resources of others with 'allowResources' of the network",
      },
      { path: 'VpcId', value: this.vpc.vpcId, rule: 'vpce-missing', instead: 'keep the endpoint in its network' },
    ]);
    resource.addMetadata(
      ENDPOINT_METADATA,
      Lazy.uncachedAny({
        produce: () => ({
          service: service.name,
          neededBy: [...(this.users.get(keyOf(service)) ?? [])].sort(),
          dollarsAMonth: monthlyCostOfInterfaceEndpoint(zones),
        }),
      }),
    );
  }

  private policyOf(service: EndpointService): iam.PolicyDocument {
    const named = [...(this.named.get(service.name) ?? [])].sort();
    return new iam.PolicyDocument({
      statements: [
        ownToOwn(this, this.perimeter),
        ...(named.length > 0 ? [ownToNamed(this, this.perimeter, named)] : []),
        ...(service.name === 's3' && this.answersCloudFormation ? [answersToCloudFormation(this)] : []),
      ],
    });
  }

  private use(service: EndpointService, { fn }: NetworkFunction): void {
    const key = keyOf(service);
    this.reached.set(key, service);
    this.users.set(key, (this.users.get(key) ?? new Set()).add(fn.node.path));
  }

  /** Where the service is in one region only. */
  private regionOf({ onlyInRegion }: EndpointService): string | undefined {
    return onlyInRegion !== undefined && onlyInRegion !== Stack.of(this).region ? onlyInRegion : undefined;
  }
}

function keyOf({ type, name }: EndpointService): string {
  return `${type} ${name}`;
}

/** The CDK knows which names are turned round in China and elsewhere, for those that are made like all others. */
function serviceOf({ name, serviceName }: EndpointService, scope: Construct): ec2.IInterfaceVpcEndpointService {
  if (serviceName === `com.amazonaws.<region>.${name}`) return new ec2.InterfaceVpcEndpointAwsService(name);
  return new ec2.InterfaceVpcEndpointService(serviceName.replace('<region>', Stack.of(scope).region), 443);
}
