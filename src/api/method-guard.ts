import { isDeepStrictEqual } from 'node:util';
import { CfnResource, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { anyOrigins, echoedOrigins } from './cors-origins';
import type { EnforcedProperty } from '../enforced/enforced';
import type { Refusals } from '../refusals/refusals';

const { AuthorizationType, IntegrationType, PassthroughBehavior } = apigateway;

/**
 * Stands for IAM in `defaultMethodOptions`.
 *
 * Saying `authorizationType` there would make every method that is given an authorizer contradict its API; an
 * authorizer in its place is replaced by the next one, and the type follows.
 */
export const iamAuthorization: apigateway.IAuthorizer = {
  authorizerId: '',
  authorizationType: AuthorizationType.IAM,
};

/** The default options of methods, with IAM where they name no authorizer. */
export function withAuthorization(options: apigateway.MethodOptions = {}): apigateway.MethodOptions {
  const { authorizationType, authorizer, ...rest } = options;
  if (authorizer) return options;
  if (authorizationType !== undefined && authorizationType !== AuthorizationType.IAM) return options;
  return { ...rest, authorizer: iamAuthorization };
}

/** Whether a method answers a browser's question before the request, and nothing else. */
export function isPreflightMethod(method: apigateway.CfnMethod): boolean {
  return method.httpMethod === 'OPTIONS' && integrationOf(method)?.type === IntegrationType.MOCK;
}

/** Refuses what somebody asked of a method, at the line that asks. */
export function refuseMethod(refusals: Refusals, method: apigateway.CfnMethod, isPublic: boolean): void {
  const type = method.authorizationType;
  refusals.addIf(
    !isPublic && !isPreflightMethod(method) && (type === undefined || type === AuthorizationType.NONE),
    `'authorizationType: ${type ?? 'NONE'}' lets anybody call ${method.httpMethod}`,
    "remove it (IAM decides then), give an 'authorizer', or 'authorizer: PublicAccess.because(reason)'; " +
      "a resource made by 'fromResourceAttributes' knows no defaults, write 'authorizationType: AuthorizationType.IAM' there",
  );
  refuseOpenOrigins(refusals, method);
}

function refuseOpenOrigins(refusals: Refusals, method: apigateway.CfnMethod): void {
  for (const origin of openOrigins(Stack.of(method).resolve(method.integration))) {
    refusals.add(
      `'Access-Control-Allow-Origin: ${origin}' lets every web page call ${method.httpMethod} and read its answers`,
      "name the origins, such as 'https://www.example.com'",
    );
  }
}

interface Integration {
  readonly type?: unknown;
  readonly Type?: unknown;
  readonly passthroughBehavior?: unknown;
  readonly integrationResponses?: unknown;
  readonly IntegrationResponses?: unknown;
}

function openOrigins(integration: Integration | undefined): string[] {
  const responses = integration?.integrationResponses ?? integration?.IntegrationResponses;
  if (!Array.isArray(responses)) return [];
  return (responses as Record<string, unknown>[]).flatMap((response) => [
    ...anyOrigins(response.responseParameters ?? response.ResponseParameters),
    ...echoedOrigins(response.responseTemplates ?? response.ResponseTemplates),
  ]);
}

/** Gives a method what it was not given, and says what that was, because the deployment has to notice. */
export function hardenMethod(method: apigateway.CfnMethod, validatorId: string): Record<string, unknown> {
  method.requestValidatorId ??= validatorId;
  method.requestModels = withDefaultModel(method.requestModels);

  const integration = integrationOf(method);
  const passes = integration?.type === IntegrationType.AWS || integration?.type === IntegrationType.HTTP;
  if (integration && passes && integration.passthroughBehavior === undefined) {
    // A body of a content type without a template would reach the backend as it came, past the templates.
    method.integration = { ...integration, passthroughBehavior: PassthroughBehavior.WHEN_NO_TEMPLATES } as never;
  }

  const { authorizationType, requestValidatorId, requestModels } = method;
  return {
    authorizationType,
    requestValidatorId,
    requestModels,
    passthrough: integrationOf(method)?.passthroughBehavior,
  };
}

/**
 * The models of a method, one of them for every content type that has none.
 *
 * API Gateway validates nothing when the content type of a request matches no model, and the content type is the
 * caller's to choose.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
function withDefaultModel(models: apigateway.CfnMethod['requestModels']): apigateway.CfnMethod['requestModels'] {
  const named = models as Record<string, string> | undefined;
  const types = Object.keys(named ?? {});
  if (named === undefined || types.length === 0 || '$default' in named) return models;
  const json = types.find((type) => type.toLowerCase() === 'application/json') ?? types[0];
  return { ...named, $default: named[json] };
}

/**
 * Takes away what lets the console's test button call the function: every other request is authorized, a test is not.
 */
export function removeTestPermission(method: apigateway.Method): void {
  for (const child of method.node.children) {
    if (!CfnResource.isCfnResource(child) || child.cfnResourceType !== 'AWS::Lambda::Permission') continue;
    const { sourceArn } = child as unknown as { readonly sourceArn?: string };
    const arn = JSON.stringify(Stack.of(child).resolve(sourceArn));
    if (arn?.includes('/test-invoke-stage/')) method.node.tryRemoveChild(child.node.id);
  }
}

/** What no escape hatch, aspect or mixin takes from a method. */
export function enforcedOnMethod(method: apigateway.CfnMethod, isPublic: boolean): EnforcedProperty[] {
  const preflight = isPreflightMethod(method);
  const maybeNone = isPublic || preflight;
  return [
    {
      path: 'AuthorizationType',
      accepts: (got) => isAuthorized(got) || (maybeNone && got === AuthorizationType.NONE),
      rule: 'apigw-method-auth',
      instead: 'keep IAM or an authorizer, or declare the method public with `PublicAccess.because(reason)`',
    },
    {
      path: 'RequestValidatorId',
      accepts: (got) => got !== undefined,
      rule: 'apigw-request-validation',
      instead: "keep the API's validator",
    },
    {
      path: 'RequestModels',
      accepts: (got) => got === undefined || '$default' in (got as object),
      rule: 'apigw-request-validation',
      instead: "keep the model under '$default', API Gateway validates no other content type",
    },
    {
      path: 'Integration',
      accepts: (got) =>
        openOrigins(got as Integration | undefined).length === 0 &&
        (!preflight || isPublic || (got as Integration | undefined)?.Type === IntegrationType.MOCK),
      rule: 'apigw-cors-wildcard',
      instead: 'name the origins, and answer preflight requests with a mock integration',
    },
  ];
}

/** What was decided where the method was made: who judges its callers, by what, and how its requests are validated. */
export function enforcedOnOwnMethod(method: apigateway.CfnMethod): EnforcedProperty[] {
  const { authorizerId, authorizationScopes, httpMethod, requestValidatorId, requestModels } = method;
  const wanted = (Stack.of(method).resolve(requestModels) ?? {}) as Record<string, unknown>;
  const decided: [path: string, value: unknown, rule: string, instead: string][] = [
    ['AuthorizerId', authorizerId, 'apigw-method-auth', "give another 'authorizer' where the method is added"],
    ['AuthorizationScopes', authorizationScopes, 'apigw-method-auth', "give 'authorizationScopes' there"],
    ['HttpMethod', httpMethod, 'apigw-method-auth', 'add a method for each verb'],
    ['RequestValidatorId', requestValidatorId, 'apigw-request-validation', "keep the API's validator"],
  ];
  return [
    ...decided.map(([path, value, rule, instead]) => ({ path, value, rule, instead })),
    {
      path: 'RequestModels',
      accepts: (got) =>
        Object.entries(wanted).every(([type, model]) =>
          isDeepStrictEqual((got as Record<string, unknown> | undefined)?.[type], model),
        ),
      rule: 'apigw-body-model',
      instead: "keep the models that were given as 'requestModels'",
    },
  ];
}

export function isAuthorized(authorizationType: unknown): boolean {
  return authorizationType !== undefined && authorizationType !== AuthorizationType.NONE;
}

function integrationOf(method: apigateway.CfnMethod): Integration | undefined {
  return method.integration as Integration | undefined;
}
