import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { EnforcedProperty } from '../enforced/enforced';
import { render } from '../enforced/enforced';
import type { Refusals } from '../refusals/refusals';
import type { WrittenStatement } from '../resource-policy/statement';
import { isAnybody, statementsIn } from '../resource-policy/statement';

const instead =
  'name the principals or add a condition to this statement; where IAM authorizes, it lets in everybody of this account whatever their own policies say';

/** Refuses a statement that opens the API to everybody. */
export function refuseOpenStatement(refusals: Refusals, scope: IConstruct, statement: iam.PolicyStatement): void {
  refuseOpenJson(refusals, Stack.of(scope).resolve(statement.toStatementJson()) as WrittenStatement);
}

/** Refuses a policy that opens the API to everybody. */
export function refuseOpenPolicy(refusals: Refusals, scope: IConstruct, policy: iam.PolicyDocument | undefined): void {
  for (const statement of statementsIn(Stack.of(scope).resolve(policy?.toJSON()))) refuseOpenJson(refusals, statement);
}

function refuseOpenJson(refusals: Refusals, statement: WrittenStatement): void {
  refusals.addIf(isOpen(statement), `a resource policy that allows ${who(statement)} without a condition`, instead);
}

/** Whether only callers that come through a VPC endpoint, or from a VPC, get further than the resource policy. */
function isBoundToNetwork(statements: WrittenStatement[]): boolean {
  const network = /^aws:SourceVpce?$/i;
  const conditions = ({ Condition }: WrittenStatement): [operator: string, key: string][] =>
    Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key): [string, string] => [operator, key]),
    );
  return statements.some(
    (statement) =>
      statement.Effect === 'Deny' &&
      isAnybody(statement.Principal) &&
      conditions(statement).length === 1 &&
      conditions(statement).every(([operator, key]) => /^StringNot(Equals|Like)$/.test(operator) && network.test(key)),
  );
}

/** What no escape hatch, aspect or mixin takes from the resource policy. */
export function enforcedOnPolicy(api: apigateway.CfnRestApi): EnforcedProperty[] {
  return [
    {
      path: 'Policy',
      accepts: (got) => !statementsIn(got).some(isOpen),
      rule: 'apigw-resource-policy',
      instead,
    },
    {
      path: 'Policy',
      accepts: (got) => !isPrivate(api) || isBoundToNetwork(statementsIn(got)),
      rule: 'apigw-resource-policy',
      instead:
        "a private API is open to every VPC of every account unless its policy denies what comes from elsewhere: name the endpoints in 'endpointConfiguration.vpcEndpoints', or call 'grantInvokeFromVpcEndpointsOnly'",
    },
  ];
}

function isPrivate(api: apigateway.CfnRestApi): boolean {
  const written = render(api)?.Properties as { EndpointConfiguration?: { Types?: unknown } } | undefined;
  return [written?.EndpointConfiguration?.Types].flat().includes(apigateway.EndpointType.PRIVATE);
}

/** Denies everybody who does not come through one of the endpoints. */
export function denyOtherNetworks(endpoints: () => string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: ['execute-api:/*'],
    conditions: { StringNotEquals: { 'aws:SourceVpce': endpoints() } },
  });
}

/**
 * Lets callers of one method through the resource policy, to be judged by its authorizer.
 *
 * A caller whom IAM does not know needs the resource policy to allow the call. For methods that IAM authorizes the
 * statement must not exist: it would let in everybody of the account, whatever their own policies say.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function allowThroughEndpoints(method: apigateway.Method, endpoints: () => string[]): iam.PolicyStatement {
  const verb = method.httpMethod === 'ANY' ? '*' : method.httpMethod;
  return new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: [`execute-api:/*/${verb}${method.resource.path.replace(/\{[^}]*\}/g, '*')}`],
    conditions: { StringEquals: { 'aws:SourceVpce': endpoints() } },
  });
}

export function endpointIds(endpoints: Iterable<ec2.IVpcEndpoint>): string[] {
  return [...endpoints].map(({ vpcEndpointId }) => vpcEndpointId);
}

function isOpen(statement: WrittenStatement): boolean {
  if (statement.Effect !== 'Allow') return false;
  if (statement.NotPrincipal !== undefined) return true;
  return isAnybody(statement.Principal) && !limits(statement.Condition);
}

/** A condition that everybody meets is none. */
function limits(conditions: WrittenStatement['Condition']): boolean {
  const everything = ['*', '0.0.0.0/0', '::/0'];
  return Object.values(conditions ?? {}).some((keys) =>
    Object.values(keys).some((values) => ![values].flat().some((value) => everything.includes(String(value)))),
  );
}

function who({ Principal, NotPrincipal }: WrittenStatement): string {
  return NotPrincipal === undefined
    ? `'${JSON.stringify(Principal)}'`
    : `everybody but '${JSON.stringify(NotPrincipal)}'`;
}
