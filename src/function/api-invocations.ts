import { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { markedProperties, names, namesIn } from '../enforced/references';

const HEADER = 'x-amz-invocation-type';

/** Where the integration of a method stands, by the type of the resource. */
const integrationsOf: Readonly<Record<string, (properties: Written) => unknown[]>> = {
  'AWS::ApiGateway::Method': ({ Integration: integration }) => [integration],
  'AWS::ApiGateway::RestApi': ({ Body: body }) => inOpenApi(body),
  'AWS::ApiGatewayV2::Api': ({ Body: body }) => inOpenApi(body),
  'AWS::ApiGatewayV2::Integration': (properties) => [properties],
};

type Written = Record<string, unknown>;

/**
 * The functions, versions and aliases that API Gateway invokes and does not wait for: the integration says so in a
 * header, or lets whoever calls the API say so.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html
 */
export function invokedByApi(node: IConstruct): IConstruct[] {
  if (!CfnResource.isCfnResource(node) || !Object.hasOwn(integrationsOf, node.cfnResourceType)) return [];
  return integrationsOf[node.cfnResourceType](markedProperties(node) ?? {})
    .filter(isObject)
    .filter(isAsynchronous)
    .flatMap((integration) => invokables(node, uriOf(integration)));
}

/** Of REST and of WebSocket APIs, and of either in OpenAPI, which begins its names with a small letter. */
function read(integration: Written, name: string): unknown {
  return integration[name] ?? integration[name.charAt(0).toLowerCase() + name.slice(1)];
}

function uriOf(integration: Written): unknown {
  return read(integration, 'Uri') ?? read(integration, 'IntegrationUri');
}

function isAsynchronous(integration: Written): boolean {
  if (JSON.stringify(uriOf(integration) ?? '').includes('/invoke-async')) return true;
  const parameters = read(integration, 'RequestParameters');
  const header = Object.entries(isObject(parameters) ? parameters : {}).find(
    ([name]) => name.toLowerCase() === `integration.request.header.${HEADER}`,
  );
  if (header) return !/^'(RequestResponse|DryRun)'$/.test(String(header[1]));
  // A mapping template may set the header too, with `$context.requestOverride`.
  return JSON.stringify(read(integration, 'RequestTemplates') ?? '')
    .toLowerCase()
    .includes(HEADER);
}

function inOpenApi(node: unknown): unknown[] {
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'x-amazon-apigateway-integration' ? [value] : inOpenApi(value),
  );
}

function invokables(from: CfnResource, uri: unknown): IConstruct[] {
  const named = namesIn(uri);
  if (named.addresses.size + named.logicalIds.size === 0) return [];
  // Methods that hand over and do not wait are few: nothing is indexed for the others.
  return from.node.root.node
    .findAll()
    .filter(isInvokable)
    .filter((resource) => names(named, from, resource))
    .flatMap(({ node }) => node.scope ?? []);
}

function isInvokable(node: IConstruct): node is lambda.CfnFunction | lambda.CfnVersion | lambda.CfnAlias {
  return node instanceof lambda.CfnFunction || node instanceof lambda.CfnVersion || node instanceof lambda.CfnAlias;
}

function isObject(value: unknown): value is Written {
  return value !== null && typeof value === 'object';
}
