import type { ContextValue, Principal, Request } from '../../../src/iam';
import type { Resolved } from '../../../src/template/resolved';

/** A request, the policies that bear on it, and what AWS documents to come of it. */
export interface Case {
  readonly title: string;
  /** The page of the AWS documentation that says so. */
  readonly page: string;
  readonly request: Request;
  readonly identity?: readonly Resolved[];
  readonly resource?: readonly Resolved[];
  readonly boundary?: Resolved;
  readonly session?: readonly Resolved[];
  readonly serviceControl?: readonly (readonly Resolved[])[];
  readonly resourceControl?: readonly (readonly Resolved[])[];
  readonly endpoint?: Resolved;
  readonly decision: 'allowed' | 'denied' | 'unknown';
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

export const pages = {
  evaluation: `${guide}/reference_policies_evaluation-logic.html`,
  denyAllow: `${guide}/reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  singleAccount: `${guide}/reference_policies_evaluation-logic_policy-eval-basics.html`,
  crossAccount: `${guide}/reference_policies_evaluation-logic-cross-account.html`,
  boundaries: `${guide}/access_policies_boundaries.html`,
  sessions: `${guide}/access_policies.html#policies_session`,
  action: `${guide}/reference_policies_elements_action.html`,
  notAction: `${guide}/reference_policies_elements_notaction.html`,
  resource: `${guide}/reference_policies_elements_resource.html`,
  arns: `${guide}/reference-arns.html`,
  notResource: `${guide}/reference_policies_elements_notresource.html`,
  principal: `${guide}/reference_policies_elements_principal.html`,
  notPrincipal: `${guide}/reference_policies_elements_notprincipal.html`,
  anyValueIfExists:
    'https://repost.aws/questions/QU9HFmDzP0QGuU-fd7rS6B7w/foranyvalue-stringequalsifexists-behaving-unexpectedly',
  restrictToRole:
    'https://aws.amazon.com/blogs/security/how-to-restrict-amazon-s3-bucket-access-to-a-specific-iam-role/',
  operators: `${guide}/reference_policies_elements_condition_operators.html`,
  multivalued: `${guide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  conditionLogic: `${guide}/reference_policies_condition-logic-multiple-context-keys-or-values.html`,
  contextKeys: `${guide}/reference_policies_condition-keys.html`,
  variables: `${guide}/reference_policies_variables.html`,
  scp: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
  rcp: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  keyPolicy: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  keyDefault: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  keyServices: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
  trust: `${guide}/id_roles_terms-and-concepts.html`,
  confusedDeputy: `${guide}/confused-deputy.html`,
  oidc: `${guide}/id_roles_providers_create_oidc.html`,
  endpoint: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  logsKey: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  s3Encryption: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  assumeRole: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  ownTrust: 'https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/',
  identityContext:
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/trustedidentitypropagation-identity-enhanced-iam-role-sessions.html',
  cognitoTrust: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  saml: `${guide}/id_roles_create_for-idp_saml.html`,
  mfa: `${guide}/id_credentials_mfa_configure-api-require.html`,
  sessionTags: `${guide}/id_session-tags.html`,
  scpScope: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  scpRegions:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  rcpExamples: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html',
  aliases: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html#permissions-resources',
  functionUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  logsArns: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
  invokeApi:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
  bucketConditions: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
  bucketEndpoint: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  keyContext:
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context',
  itemKeys: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
  vpcFunctions: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice',
} as const;

export const account = '111122223333';
export const otherAccount = '444455556666';
export const bucket = 'arn:aws:s3:::books';
export const object = 'arn:aws:s3:::books/dune.txt';

export const role = {
  kind: 'role',
  arn: `arn:aws:iam::${account}:role/worker`,
  sessionArn: `arn:aws:sts::${account}:assumed-role/worker/nightly`,
} satisfies Principal;
export const user = { kind: 'user', arn: `arn:aws:iam::${account}:user/ana` } satisfies Principal;
export const root: Principal = { kind: 'root', account };
export const stranger: Principal = { kind: 'role', arn: `arn:aws:iam::${otherAccount}:role/visitor` };
export const anonymous: Principal = { kind: 'anonymous' };

export function service(name: string): Principal {
  return { kind: 'service', name };
}

type Json = { readonly [key: string]: Resolved };

/** A policy of version 2012-10-17. */
export function policy(...statements: readonly Json[]): Resolved {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(action: Resolved, resource?: Resolved, more: Json = {}): Json {
  return { Effect: 'Allow', Action: action, ...(resource !== undefined && { Resource: resource }), ...more };
}

export function deny(action: Resolved, resource?: Resolved, more: Json = {}): Json {
  return { ...allow(action, resource, more), Effect: 'Deny' };
}

export function readBy(principal: Principal, context?: Readonly<Record<string, ContextValue>>): Request {
  return { principal, action: 's3:GetObject', resource: object, resourceAccount: account, context };
}
