import * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * What every stage has unless it is given something else.
 *
 * The account's own limit is 10,000 requests a second for all its APIs together; whoever uses it up stops every API
 * and runs up the bill.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export const stageDefaults = {
  /** `apigw-throttling`: requests a second */
  throttlingRateLimit: 100,
  /** `apigw-throttling`: requests at once */
  throttlingBurstLimit: 200,
  /** `apigw-exec-log` */
  loggingLevel: apigateway.MethodLoggingLevel.ERROR as string,
  /** Those of the stage are free; five more for each method are billed. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html */
  metricsEnabled: false,
};

/** `apigw-xray` */
export const tracingEnabled = true;

/** `apigw-data-trace`: bodies hold what people sent in confidence. */
export const dataTraceEnabled = false;

/** `apigw-cache-encrypted`: what is cached was an answer to somebody who was authorized. */
export const cacheDataEncrypted = true;

/** `apigw-request-validation` */
export const requestValidation = { validateRequestBody: true, validateRequestParameters: true };

/** `apigw-domain-tls` */
export const securityPolicy = apigateway.SecurityPolicy.TLS_1_2;

/**
 * `apigw-domain-tls`: the API itself would take TLS 1.0, also where it is called through a domain.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
 */
export const apiSecurityPolicies = {
  edge: apigateway.SecurityPolicy.TLS12_PFS_2025_EDGE as string,
  regional: apigateway.SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09 as string,
};

/** Asks no more of the caller than the policy does; `STRICT` would turn away domains of another endpoint type. */
export const endpointAccessMode: string = apigateway.EndpointAccessMode.BASIC;

/** `apigw-domain-tls`: every policy that still accepts TLS 1.0. */
export const insecureSecurityPolicies: readonly string[] = [apigateway.SecurityPolicy.TLS_1_0];

/**
 * `apigw-access-log`, `apigw-structured-log`, `apigw-log-sensitive`: who called what, with which result.
 *
 * Neither what an authorizer put into the context nor the text of an error belongs here: a claim is personal, and the
 * text of a refused signature quotes the headers that were signed, session tokens among them. Nor does text that the
 * caller chooses freely, such as the user agent: a quotation mark in it could forge the other fields.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export const accessLogFields = {
  requestId: '$context.requestId',
  extendedRequestId: '$context.extendedRequestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  caller: '$context.identity.caller',
  apiKeyId: '$context.identity.apiKeyId',
  httpMethod: '$context.httpMethod',
  resourcePath: '$context.resourcePath',
  protocol: '$context.protocol',
  stage: '$context.stage',
  status: '$context.status',
  errorType: '$context.error.responseType',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationLatency: '$context.integration.latency',
  wafStatus: '$context.waf.status',
  xrayTraceId: '$context.xrayTraceId',
};

/** `apigw-verbose-errors`: the caller learns the status and an id to ask about, the log knows the rest. */
export const opaqueErrorTemplates = {
  'application/json': '{"message":"the request was refused or could not be answered","requestId":"$context.requestId"}',
};

/** `apigw-verbose-errors`: every error that is not given a response of its own gets one of these. */
export const fallbackErrorTypes = [apigateway.ResponseType.DEFAULT_4XX, apigateway.ResponseType.DEFAULT_5XX];

/**
 * What API Gateway does with the account's log groups: the actions of `AmazonAPIGatewayPushToCloudWatchLogs`, without
 * its `*` resource.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export const logRoleActions = {
  ofLogGroups: [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogStreams',
    'logs:PutLogEvents',
    'logs:GetLogEvents',
    'logs:FilterLogEvents',
  ],
  /** A list of all log groups cannot be limited to some. */
  ofEverything: ['logs:DescribeLogGroups'],
};
