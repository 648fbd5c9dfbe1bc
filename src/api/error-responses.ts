import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { fallbackErrorTypes, opaqueErrorTemplates } from './api-defaults';
import { membersOf } from './api-members';
import { anyOrigins } from './cors-origins';
import { render } from '../enforced/enforced';
import type { Refusals } from '../refusals/refusals';

/**
 * What an error response must not repeat.
 *
 * The texts of API Gateway name roles and ARNs (`ACCESS_DENIED`), quote what was signed (`INVALID_SIGNATURE`), and
 * list the properties of a model (`BAD_REQUEST_BODY`).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const talkative =
  /\$(context\.(error\.(?!responseType\b)|authorizer\b|identity\b|integration\b|integrationErrorMessage\b)[\w.]*|input\b|stageVariables\b)/;

/** Why a gateway response says too much, or lets everybody read it. */
export function gatewayResponseFaults(templates: unknown, headers: unknown): [got: string, instead: string][] {
  const faults: [string, string][] = [];
  for (const [type, template] of Object.entries((templates ?? {}) as Record<string, unknown>)) {
    const found = talkative.exec(String(template));
    if (!found) continue;
    faults.push([
      `'${found[0]}' in the template for '${type}' tells the caller about the inside of the API`,
      "answer with '$context.requestId', the logs know the rest",
    ]);
  }
  for (const origin of anyOrigins(headers)) {
    faults.push([
      `'Access-Control-Allow-Origin: ${origin}' lets every web page read the errors of its visitors`,
      'name the origin, such as "\'https://www.example.com\'"',
    ]);
  }
  return faults;
}

export function refuseGatewayResponse(refusals: Refusals, options: apigateway.GatewayResponseOptions): void {
  for (const [got, instead] of gatewayResponseFaults(options.templates, options.responseHeaders)) {
    refusals.add(got, instead);
  }
}

/** Gives every error that has no response of its own an answer that says nothing. */
export function addFallbackResponses(api: apigateway.RestApi): void {
  for (const type of fallbackErrorTypes) {
    const response = new FallbackResponse(api, type.responseType);
    api.latestDeployment?.node.addDependency(response);
    api.latestDeployment?.addToLogicalId({ fallback: type.responseType, templates: opaqueErrorTemplates });
  }
}

/** Stands back when somebody gives the API a response of the same type: there can only be one. */
class FallbackResponse extends apigateway.CfnGatewayResponse {
  /** Who looks for other responses meets this one too. */
  private isAsked = false;

  constructor(
    private readonly api: apigateway.RestApi,
    type: string,
  ) {
    super(api, `Fallback${type}`, {
      restApiId: api.restApiId,
      responseType: type,
      responseTemplates: opaqueErrorTemplates,
    });
  }

  protected override shouldSynthesize(): boolean {
    if (this.isAsked) return true;
    this.isAsked = true;
    try {
      return !membersOf(this.api, this.cfnResourceType).some(
        (other) => !(other instanceof FallbackResponse) && this.isReplacedBy(other),
      );
    } finally {
      this.isAsked = false;
    }
  }

  private isReplacedBy(other: CfnResource): boolean {
    return (render(other)?.Properties as Written | undefined)?.ResponseType === this.responseType;
  }
}

/** What is wrong with the error responses of the API as they will be written. */
export function errorResponseViolations(api: apigateway.RestApi): string[] {
  const responses = membersOf(api, apigateway.CfnGatewayResponse.CFN_RESOURCE_TYPE_NAME)
    .map((resource) => ({ path: resource.node.path, written: render(resource)?.Properties as Written | undefined }))
    .filter(({ written }) => written !== undefined);
  return [
    ...responses.flatMap(({ path, written }) =>
      gatewayResponseFaults(written?.ResponseTemplates, written?.ResponseParameters).map(
        ([got, instead]) => `'${path}': ${got}: ${instead} (apigw-verbose-errors)`,
      ),
    ),
    ...fallbackErrorTypes
      .map(({ responseType }) => responseType)
      .filter((type) => !responses.some(({ written }) => written?.ResponseType === type && written.ResponseTemplates))
      .map(
        (type) =>
          `the gateway response '${type}' has no template, callers get the texts of API Gateway: keep ours, or give it one (apigw-verbose-errors)`,
      ),
  ];
}

interface Written {
  readonly ResponseType?: unknown;
  readonly ResponseTemplates?: unknown;
  readonly ResponseParameters?: unknown;
}
