import { isIntrinsic, listOf, madeByTransform } from './raw';
import { policyTemplate } from '../../facts/sam/policy-templates';
import type { AllowedBySam } from '../../facts/sam/policy-templates';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** What the `Policies` of a function or state machine stand for, and where each stands. */
export interface SamPolicies {
  readonly managed: readonly PlacedPolicy[];
  readonly documents: readonly PlacedPolicy[];
}

export interface PlacedPolicy {
  readonly value: unknown;
  /** Below `Policies`. */
  readonly path: readonly string[];
  /** Whether it is written as it is deployed. */
  readonly isWritten: boolean;
}

export const noValue: JsonObject = { Ref: 'AWS::NoValue' };

/**
 * A list or one of them, conditions and all: an ARN or name of a managed policy, a document, or a policy template.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
 */
export function samPolicies(policies: unknown): SamPolicies {
  const entries = entriesOf(policies);
  const ofKind = (kind: 'managed' | 'document', work: (plain: unknown) => unknown) =>
    entries
      .filter(({ value }) => leavesOf(value).some((leaf) => kindOf(leaf) === kind))
      .map(({ value, path }) => ({
        path,
        isWritten: own(value, 'Statement') !== undefined,
        value: inBranches(value, (leaf) => (kindOf(leaf) === kind ? work(leaf) : noValue)),
      }));
  return { managed: ofKind('managed', managedArn), documents: ofKind('document', documentOf) };
}

export function managedArn(name: unknown): unknown {
  return typeof name !== 'string' || name.startsWith('arn:')
    ? name
    : { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` };
}

interface Entry {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** The entries of a list, those of both branches of a condition too. */
function entriesOf(policies: unknown): readonly Entry[] {
  if (Array.isArray(policies)) return policies.map((value, index) => ({ value, path: [`${index}`] }));
  const branches = own(policies, 'Fn::If');
  if (Array.isArray(branches) && branches.slice(1).some(Array.isArray)) {
    const [name, ...lists] = branches as unknown[];
    return lists.flatMap((list, branch) =>
      entriesOf(list).map(({ value, path }) => ({
        value: { 'Fn::If': branch === 0 ? [name, value, noValue] : [name, noValue, value] },
        path: ['Fn::If', `${branch + 1}`, ...path],
      })),
    );
  }
  return listOf(policies).map((value) => ({ value, path: [] }));
}

/** Rewrites a value in all branches of an `Fn::If`. */
export function inBranches(value: unknown, work: (leaf: unknown) => unknown): unknown {
  const branches = own(value, 'Fn::If');
  if (!Array.isArray(branches) || !isIntrinsic(value)) return work(value);
  return { 'Fn::If': [branches[0], inBranches(branches[1], work), inBranches(branches[2], work)] };
}

function leavesOf(value: unknown): readonly unknown[] {
  const leaves: unknown[] = [];
  inBranches(value, (leaf) => leaves.push(leaf));
  return leaves;
}

function kindOf(leaf: unknown): 'managed' | 'document' | 'none' {
  if (leaf === undefined || leaf === null || own(leaf, 'Ref') === 'AWS::NoValue') return 'none';
  return typeof leaf === 'string' || isIntrinsic(leaf) ? 'managed' : 'document';
}

function documentOf(leaf: unknown): unknown {
  if (own(leaf, 'Statement') !== undefined) return leaf;
  const [name, ...others] = isObject(leaf) ? Object.keys(leaf) : [];
  const allowed = name === undefined || others.length > 0 ? undefined : policyTemplate(name);
  if (!allowed) return madeByTransform;
  const parameters = own(leaf, name);
  return { Version: '2012-10-17', Statement: allowed.map((one) => statementOf(one, parameters)) };
}

function statementOf({ actions, resources, condition }: AllowedBySam, parameters: unknown): JsonObject {
  const arn = (pattern: string) => withParameters(pattern, parameters);
  const Condition = condition && { StringEquals: { [condition[0]]: arn(condition[1]) } };
  const Resource = resources.map(arn);
  return { Effect: 'Allow', Action: actions, Resource, ...(Condition && { Condition }) };
}

function withParameters(pattern: string, parameters: unknown): unknown {
  const names = [...pattern.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  if (isIntrinsic(parameters) || names.some((name) => own(parameters, name) === undefined)) {
    return names.length > 0 ? madeByTransform : { 'Fn::Sub': pattern };
  }
  return { 'Fn::Sub': [pattern, Object.fromEntries(names.map((name) => [name, own(parameters, name)]))] };
}
