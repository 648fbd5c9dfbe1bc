import { join } from 'node:path';
import { Duration, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledgeOnEgressFunction } from './egress-acknowledgements';
import { refuseHosts } from './host';
import { enforce } from '../enforced/enforced';
import { judgeReferrers } from '../enforced/second-writer';
import { SecureFunction } from '../function/secure-function';
import { Refusals } from '../refusals/refusals';

/**
 * Settings of an `EgressFunction`.
 */
export interface EgressFunctionProps {
  /**
   * The hosts that may be called, in full and in lower case: `api.example.com`; together up to 4,000 characters.
   */
  readonly hosts: string[];

  /**
   * Why the app has to call them; stands in the description of the function.
   */
  readonly reason: string;

  /**
   * How long a call may take, up to 15 minutes.
   *
   * A host that says nothing for 5 minutes is given up before.
   *
   * @default - 30 seconds
   */
  readonly timeout?: Duration;

  /**
   * The memory of the function in MiB, 128 to 10,240.
   *
   * @default 256
   */
  readonly memorySize?: number;
}

/** What else in an app would let somebody call the function. */
const otherCallers = [
  { type: 'AWS::Lambda::Permission', property: 'FunctionName' },
  { type: 'AWS::Lambda::Url', property: 'TargetFunctionArn' },
  { type: 'AWS::Lambda::EventSourceMapping', property: 'FunctionName' },
] as const;

const instead = "let functions call it with 'grantInvoke'";

/**
 * A way out for one purpose: a function outside of the network that calls named hosts for the functions that may ask it to.
 *
 * Functions in an `IsolatedNetwork` have no way to the internet. Where one of them needs a service there, a NAT gateway would
 * open every address to all of them, and cost about $33 a month. This function stands outside, in no VPC; it sends HTTPS
 * requests to `hosts` and to nothing else, follows no redirects, and has no permissions of its own. Who may have it send
 * one is named with `grantInvoke`, and is the only thing that an attacker in such a function gains: what they send to an allowed host
 * leaves all the same, so name hosts of which others cannot read what you send.
 *
 * The caller invokes it synchronously with `{ url, method, headers, body, isBase64Encoded }` and gets
 * `{ statusCode, headers, cookies, body, isBase64Encoded }`, whatever the status is: `cookies` lists the `set-cookie` headers,
 * and is left out where there are none. Bodies have at most 4 MB and are text, or base64 where `isBase64Encoded` says so.
 * A compressed answer comes back decompressed. `FunctionError` is set where there is no answer, and `errorType` in the
 * payload is then `RefusedRequest` where nothing was sent or the answer is too long, and `UnansweredRequest` where nobody knows whether
 * the host acted on it. Each call has a connection of its own. Its log says host, method, status and duration of each call,
 * never path, headers or body.
 *
 * Throws when a host is not a full DNS name, when the hosts do not fit the environment, and without a reason. A permission, a function URL or an event source for
 * the function fails synthesis.
 *
 * Adds what a `SecureFunction` does. Costs what the invocations cost; a caller in an `IsolatedNetwork` needs the endpoint of
 * Lambda, about $7.30 a month in each zone.
 *
 * *Deployment*: the code is a part of this library, runs on Node.js 24 and needs nothing else.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 * @see https://aws.amazon.com/vpc/pricing/
 */
export class EgressFunction extends Construct {
  /**
   * The name of the function, for the code that invokes it.
   */
  public readonly functionName: string;

  /**
   * The ARN of the function.
   */
  public readonly functionArn: string;

  /**
   * Where the function says whom it called.
   */
  public readonly logGroup: logs.ILogGroup;

  constructor(scope: Construct, id: string, props: EgressFunctionProps) {
    const refusals = Refusals.ofNew(scope, id);
    refuseHosts(refusals, props.hosts);
    refusals.addIf(
      !Token.isUnresolved(props.reason) && props.reason.trim() === '',
      "an empty 'reason'",
      'say why the app has to call these hosts',
    );
    refusals.throwIfAny();
    super(scope, id);

    const hosts = [...new Set(props.hosts)].sort().join(',');
    const fn = new SecureFunction(this, 'Function', {
      description: described(`Calls ${hosts}: ${props.reason}`),
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, 'handler'), { exclude: ['*.d.ts'] }),
      environment: { ALLOWED_HOSTS: hosts },
      timeout: props.timeout ?? Duration.seconds(30),
      memorySize: props.memorySize ?? 256,
    });
    this.functionName = fn.functionName;
    this.functionArn = fn.functionArn;
    this.logGroup = fn.logGroup;

    const resource = fn.node.defaultChild as lambda.CfnFunction;
    enforce(this, resource, [
      {
        path: 'Environment.Variables',
        value: { ALLOWED_HOSTS: hosts },
        rule: 'lambda-egress',
        instead: "change 'hosts'",
      },
      { path: 'Layers', value: undefined, rule: 'lambda-cross-account-layer', instead: 'make a function of your own' },
    ]);
    for (const callers of otherCallers) {
      judgeReferrers(resource, {
        ...callers,
        judge: (caller) => [`'${caller.node.path}' lets others call '${this.node.path}': ${instead}`],
      });
    }
    acknowledgeOnEgressFunction(resource, props.reason);
  }

  /**
   * Lets a function have requests sent.
   *
   * Throws when the function has no role that the grant could go to, as one that was imported without it.
   *
   * @param caller the function that asks
   */
  public grantInvoke(caller: lambda.IFunction): iam.Grant {
    const refusals = Refusals.of(this);
    refusals.addIf(
      caller.role === undefined,
      `the function '${caller.node.path}' has no role that could be let in`,
      "import it with 'Function.fromFunctionAttributes' and its role",
    );
    refusals.throwIfAny();
    return iam.Grant.addToPrincipal({
      grantee: caller,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [this.functionArn],
    });
  }
}

/** As much as Lambda takes; half of a token would be none. */
function described(text: string): string {
  return Token.isUnresolved(text) ? text : text.slice(0, 256);
}
