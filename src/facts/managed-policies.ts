import { managedPolicies } from './managed-policy-documents';
import type { AwsManagedPolicy } from './managed-policy-documents';

export { administratorAccess } from './managed-policy-documents';
export type { AwsManagedPolicy } from './managed-policy-documents';

const byName = new Map(managedPolicies.map((p) => [p.name, p]));

/** Names of AWS-managed policies that open a service, or the account, as a whole. */
const broad: ReadonlySet<string> = new Set([
  'AdministratorAccess',
  'AdministratorAccess-Amplify',
  'AdministratorAccess-AWSElasticBeanstalk',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'ViewOnlyAccess',
  'job-function/SystemAdministrator',
  'job-function/DatabaseAdministrator',
  'job-function/NetworkAdministrator',
  'job-function/DataScientist',
  'AWSLambda_FullAccess',
  'CloudWatchFullAccessV2',
  'AmazonDynamoDBFullAccess_v2',
  // All of CloudWatch Logs and every object of every bucket, and all of Secrets Manager, whatever their names say.
  'AWSLambdaExecute',
  'SecretsManagerReadWrite',
]);

/**
 * A policy that AWS keeps, by its name or ARN, or `undefined` where its statements are not known here.
 *
 * Known are those that CDK features attach to the role of a function, those that the Lambda developer guide suggests for
 * one, and those that templates of serverless apps attach most often.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function findManagedPolicy(nameOrArn: string): AwsManagedPolicy | undefined {
  return byName.get(managedPolicyName(nameOrArn));
}

/** Whether a policy that AWS keeps opens a whole service or account, which no function needs. */
export function isBroadManagedPolicy(nameOrArn: string): boolean {
  const name = managedPolicyName(nameOrArn);
  return broad.has(name) || name.endsWith('FullAccess');
}

/**
 * Whether a policy that AWS keeps gives permissions and takes none away, as all do but for a few whose names say it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
 */
export function onlyAllows(arn: string): boolean {
  const name = managedPolicyName(arn);
  return name !== arn && !/Deny|Quarantine|Boundary|DataZone|LakeFormation/i.test(name);
}

/** `service-role/AWSLambdaBasicExecutionRole` out of its ARN; what is not the ARN of a policy of AWS stays as it is. */
export function managedPolicyName(nameOrArn: string): string {
  return /^arn:(?:\$\{[^}]*\}|[^:]*):iam::aws:policy\/(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
}
