import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct, IMixin } from 'constructs';
import { onEveryPolicy, onFunction, onLogGroup, onPolicy, onStateMachine } from './custom-resource-acknowledgements';
import { customResourceFunctionOf, isResource } from './custom-resource-functions';
import { render } from '../enforced/enforced';
import { now } from '../facts/now';
import { runtimeLifecycles, runtimeStatus } from '../facts/runtimes';
import { environmentStatement } from '../function/function-policies';
import { SecureKey } from '../key/secure-key';
import { allowLogs } from '../log-group/log-key';
import { SecureLogGroup } from '../log-group/secure-log-group';

const LOGS = 'CustomResourceLogs';
const hardened = [
  'AWS::Lambda::Function',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Logs::LogGroup',
  'AWS::StepFunctions::StateMachine',
];
const HARDENED = Symbol.for('cdk-secure-serverless.hardened-custom-resource');

/**
 * Settings of `CustomResourceHardening`.
 */
export interface CustomResourceHardeningProps {
  /**
   * How many of each of these functions may run at once; at least 1.
   *
   * Taken from the concurrency of the account, which refuses it where fewer than 100 would be left: accounts are made
   * with 10 or 1,000. A deployment that is throttled waits, because CloudFormation calls asynchronously and Lambda
   * tries again for six hours.
   *
   * @default - not limited: nobody outside can make these functions run
   */
  readonly reservedConcurrentExecutions?: number;
}

/**
 * Hardens the functions that the CDK makes for itself: to empty a bucket before it is deleted, set log retention, put
 * notifications on a bucket, restrict the default security group, fill a bucket, call the SDK, and run providers.
 *
 * They run with permissions at every deployment and appear in the template without being asked for. Our constructs avoid
 * them; for those that an app needs, this mixin gives them a log group that is encrypted and kept for a year, has them log in JSON, encrypts their
 * environment with the key of the stack where the CDK made their role as an L2, limits their concurrency where asked to, replaces a runtime
 * that is deprecated by the newest of the same language, and binds the role of a provider's state machine to the account.
 * What cannot be hardened from outside (tracing, and wildcards where the CDK cannot know what the function will be for) is
 * acknowledged on exactly that resource, with a reason that the report lists. Functions and handlers of your own are
 * left alone.
 *
 * Applied to what exists: `Mixins.of(app).apply(new CustomResourceHardening())` at the end of the app, or with `Shims.asAspect` to
 * what is made later, too.
 *
 * Throws when `reservedConcurrentExecutions` is less than 1.
 *
 * Adds to each stack that has such functions 1 log group and, where it has none, the shared key ($1 a month).
 *
 * *Deployment*: the functions are updated in place and log to the new group, which their managed policy lets them; they are deleted before it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 * @example
 * Mixins.of(app).apply(new CustomResourceHardening());
 */
export class CustomResourceHardening implements IMixin {
  private readonly concurrency?: number;

  constructor(props: CustomResourceHardeningProps = {}) {
    const { reservedConcurrentExecutions: concurrency } = props;
    if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency >= 1)) {
      throw new Error(
        `'reservedConcurrentExecutions: ${concurrency}' of 'CustomResourceHardening' stops every deployment: write 1 or more, or leave it out`,
      );
    }
    this.concurrency = concurrency;
  }

  /**
   * Whether it is a function, role or policy that the CDK made for a custom resource of its own.
   */
  public supports(construct: IConstruct): boolean {
    return hardened.some((type) => isResource(construct, type)) && customResourceFunctionOf(construct) !== undefined;
  }

  /**
   * Hardens it, once.
   */
  public applyTo(construct: IConstruct): void {
    if (!CfnResource.isCfnResource(construct) || !this.supports(construct) || HARDENED in construct) return;
    Object.defineProperty(construct, HARDENED, { value: true });
    if (isResource(construct, 'AWS::Lambda::Function')) {
      this.hardenFunction(construct);
    } else if (isResource(construct, 'AWS::Logs::LogGroup')) {
      encryptLogs(construct);
    } else if (isResource(construct, 'AWS::StepFunctions::StateMachine')) {
      acknowledge(construct, onStateMachine);
    } else {
      bindStateMachine(construct);
      acknowledge(construct, { ...onEveryPolicy, ...onPolicy[customResourceFunctionOf(construct)!] });
    }
  }

  private hardenFunction(fn: CfnResource): void {
    fn.addPropertyOverride('LoggingConfig.LogFormat', 'JSON');
    if (!hasLogGroup(fn)) fn.addPropertyOverride('LoggingConfig.LogGroup', logGroupOf(fn).logGroupName);
    if (this.concurrency !== undefined) fn.addPropertyOverride('ReservedConcurrentExecutions', this.concurrency);
    const { Runtime: runtime, Environment: environment } = (render(fn)?.Properties ?? {}) as Record<string, unknown>;
    const supported = typeof runtime === 'string' ? supportedInsteadOf(runtime) : undefined;
    if (supported) fn.addPropertyOverride('Runtime', supported);
    const isEncrypted = environment === undefined || encryptEnvironment(fn);
    acknowledge(fn, {
      ...onFunction,
      ...(isEncrypted
        ? {}
        : { 'lambda-env-kms': 'the CDK writes settings of its own into this environment, no secrets' }),
    });
  }
}

/** With the flag `useCdkManagedLogGroup` the group to which Lambda writes by itself is in the template. */
function hasLogGroup(fn: CfnResource): boolean {
  const logGroup = fn.node.scope?.node.tryFindChild('LogGroup')?.node.defaultChild;
  return logGroup !== undefined && isResource(logGroup, 'AWS::Logs::LogGroup');
}

function encryptLogs(logGroup: CfnResource): void {
  const key = SecureKey.shared(logGroup);
  allowLogs(key);
  logGroup.addPropertyOverride('KmsKeyId', key.keyArn);
  acknowledge(logGroup, onLogGroup);
}

/** One for all of these functions of a stack. */
function logGroupOf(fn: CfnResource): SecureLogGroup {
  const stack = Stack.of(fn);
  return (stack.node.tryFindChild(LOGS) as SecureLogGroup | undefined) ?? new SecureLogGroup(stack, LOGS);
}

/** The newest of the same language, where a runtime gets no patches any more. */
function supportedInsteadOf(runtime: string): string | undefined {
  const today = now();
  if (runtimeStatus(runtime, today).state === 'supported') return undefined;
  const language = /^[a-z]+/.exec(runtime)?.[0];
  return Object.keys(runtimeLifecycles)
    .filter((one) => /^[a-z]+/.exec(one)?.[0] === language && runtimeStatus(one, today).state === 'supported')
    .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))[0];
}

/** Needs a role that can be given the right to decrypt; the oldest kind of provider has none. */
function encryptEnvironment(fn: CfnResource): boolean {
  const owner = fn.node.scope;
  const role = owner instanceof lambda.Function ? owner.role : undefined;
  if (!role) return false;
  const key = SecureKey.shared(fn);
  fn.addPropertyOverride('KmsKeyArn', key.keyArn);
  role.addToPrincipalPolicy(environmentStatement(key.keyArn));
  return true;
}

/** Step Functions says for whom it takes the role. */
function bindStateMachine(role: CfnResource): void {
  if (!isResource(role, 'AWS::IAM::Role')) return;
  const { AssumeRolePolicyDocument: document } = (render(role)?.Properties ?? {}) as Record<string, unknown>;
  const [statement] =
    (document as { Statement?: { Principal?: { Service?: unknown } }[] } | undefined)?.Statement ?? [];
  if (statement?.Principal?.Service !== 'states.amazonaws.com') return;
  role.addPropertyOverride('AssumeRolePolicyDocument.Statement.0.Condition', {
    StringEquals: { 'aws:SourceAccount': Stack.of(role).account },
  });
}

function acknowledge(resource: CfnResource, reasons: Readonly<Record<string, string>>): void {
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(resource).acknowledge({ id: `ServerlessSecurity::${rule}`, reason });
  }
}
