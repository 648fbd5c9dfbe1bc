import { CfnParameter, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StatementJson } from './key-policy';
import { isConfusable } from '../resource-policy/statement';

type Conditions = Record<string, Record<string, unknown>>;

/**
 * The ARN of what the service works for, where every caller of that service has the same.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const sources: Readonly<Record<string, (stack: Stack) => string>> = {
  s3: ({ partition }) => `arn:${partition}:s3:::*`,
  sns: ({ partition, account }) => `arn:${partition}:sns:*:${account}:*`,
  events: ({ partition, account }) => `arn:${partition}:events:*:${account}:*`,
  cloudfront: ({ partition, account }) => `arn:${partition}:cloudfront::${account}:*`,
};

/**
 * Services that say for which account they use the key, so that a statement without a condition can be limited to ours.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
const sendSourceAccount = ['s3', 'sns', 'delivery.logs'];

/**
 * EventBridge says it to the topic and the queue, whose policies limit it, and not to the key: "Adding the
 * aws:SourceAccount, aws:SourceArn, and aws:SourceOrgID to a AWS KMS policy is not supported for EventBridge-to-encrypted
 * topics". With such a condition events would be lost without an error.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
const sendsNoSource = ['events'];

/**
 * Lambda names the function whose filter criteria it reads, in what it encrypts them with.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/security-encryption-at-rest.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filter-criteria-encryption
 */
const functionInContext = 'kms:EncryptionContext:aws:lambda:FunctionArn';

/** Says nothing about the data; EventBridge asks it for its archives without a source. */
const harmless = 'kms:DescribeKey';

/** The conditions of a statement, without a reference to a resource that uses the key, and never wider than this account. */
export function withoutReferences(key: IConstruct, statement: StatementJson): Conditions | undefined {
  const services = servicesOf(key, statement);
  const conditions = statement.Condition ?? {};
  if (services.length === 0) return conditions;
  if (Object.keys(conditions).length === 0) {
    if (isOfFilters(services, statement)) return forFunctionsOfThisAccount(key);
    return services.every((service) => sendSourceAccount.includes(service)) && !isHarmless(statement)
      ? fromThisAccount(key)
      : conditions;
  }
  return rewritten(key, services, conditions);
}

/** Whether the policy would let a service in for anybody's sake. */
export function isOpenToAnySource(key: IConstruct, statement: StatementJson): boolean {
  const services = servicesOf(key, statement);
  return (
    services.some((service) => !sendsNoSource.includes(service)) &&
    !isHarmless(statement) &&
    isConfusable({
      Effect: 'Allow',
      Principal: statement.Principal,
      Condition: Stack.of(key).resolve(withoutReferences(key, statement)) as Conditions | undefined,
    })
  );
}

function rewritten(key: IConstruct, services: readonly string[], conditions: Conditions): Conditions {
  const stack = Stack.of(key);
  const result: Conditions = {};
  const put = (operator: string, name: string, value: unknown) => {
    result[operator] = { ...result[operator], [name]: value };
  };
  for (const [operator, names] of Object.entries(conditions)) {
    for (const [name, value] of Object.entries(names)) {
      if (!isComparison(operator) || !refersToResource(key, value)) {
        put(operator, name, value);
      } else if (name.toLowerCase() === 'aws:sourcearn') {
        put('ArnLike', name, patternsOf(stack, services));
        put('StringEquals', 'aws:SourceAccount', stack.account);
      } else {
        put(operator.replace('Equals', 'Like'), name, patternsOf(stack, services));
      }
    }
  }
  return result;
}

function isComparison(operator: string): boolean {
  return /^(Arn|String)(Equals|Like)(IfExists)?$/.test(operator);
}

function patternsOf(stack: Stack, services: readonly string[]): string | string[] {
  const patterns = services.map((service) =>
    Object.hasOwn(sources, service) ? sources[service](stack) : `arn:${stack.partition}:*:*:${stack.account}:*`,
  );
  return patterns.length === 1 ? patterns[0] : patterns;
}

function fromThisAccount(key: IConstruct): Conditions {
  return { StringEquals: { 'aws:SourceAccount': Stack.of(key).account } };
}

/** What the event sources of the L2 write for `filterEncryption`. */
function isOfFilters(services: readonly string[], { Action }: StatementJson): boolean {
  return services.join() === 'lambda' && [Action].flat().join() === 'kms:Decrypt';
}

function forFunctionsOfThisAccount(key: IConstruct): Conditions {
  const { partition, region, account } = Stack.of(key);
  return { StringLike: { [functionInContext]: `arn:${partition}:lambda:${region}:${account}:function:*` } };
}

function isHarmless({ Action }: StatementJson): boolean {
  return [Action ?? []].flat().every((action) => action === harmless);
}

/** `sns` for `sns.amazonaws.com`; empty unless only services are let in. */
function servicesOf(key: IConstruct, { Principal }: StatementJson): string[] {
  if (Principal === undefined || typeof Principal === 'string') return [];
  if (Object.keys(Principal).some((kind) => kind !== 'Service')) return [];
  const names = Stack.of(key).resolve(Principal.Service) as unknown;
  return [names].flat().map((name) => (typeof name === 'string' ? name.replace(/\.amazonaws\.com(\.cn)?$/, '') : ''));
}

/** A parameter is known before anything is created; what a resource is called is not. */
function refersToResource(key: IConstruct, value: unknown): boolean {
  if (!Token.isUnresolved(value) && !(Array.isArray(value) && value.some((v) => Token.isUnresolved(v)))) return false;
  const stack = Stack.of(key);
  const isParameter = (name: unknown) =>
    stack.node.findAll().some((c) => c instanceof CfnParameter && stack.resolve(c.logicalId) === name);
  const refers = (node: unknown): boolean => {
    if (node === null || typeof node !== 'object') return false;
    if ('Ref' in node) return !String(node.Ref).startsWith('AWS::') && !isParameter(node.Ref);
    if ('Fn::GetAtt' in node || 'Fn::ImportValue' in node || 'Fn::GetStackOutput' in node) return true;
    if ('Fn::Sub' in node) return true;
    return Object.values(node).some(refers);
  };
  return refers(stack.resolve(value));
}
