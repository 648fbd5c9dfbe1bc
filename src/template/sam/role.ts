import { inBranches, managedArn, noValue, samPolicies } from './policies';
import type { SamResource } from './sam-resource';
import type { DeclaredResource, WrittenPart } from '../declared-resource';
import type { JsonObject } from '../parse';

const version = '2012-10-17';

/** What the role needs beside the `Policies` of the resource. */
export interface RoleNeeds {
  /** Who assumes it. */
  readonly service: string;
  /** Names of managed policies of AWS, with their path. */
  readonly managed?: readonly unknown[];
  readonly inline?: readonly JsonObject[];
}

/**
 * The role that SAM makes for a function or state machine that names none.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
 */
export function roleFor(resource: SamResource, { service, managed = [], inline = [] }: RoleNeeds): DeclaredResource {
  const policies = samPolicies(resource.read('Policies'));
  const properties: Record<string, unknown> = {
    AssumeRolePolicyDocument: resource.read('AssumeRolePolicyDocument') ?? trust(service),
    ManagedPolicyArns: [...managed.map(managedArn), ...policies.managed.map(({ value }) => value)],
    Policies: [...inline, ...policies.documents.map(({ value }, index) => inBranches(value, named(`Policy${index}`)))],
  };
  const isMachine = resource.declaration.Type === 'AWS::Serverless::StateMachine';
  const path = resource.read('RolePath');
  const boundary = resource.read('PermissionsBoundary');
  if (path !== undefined) properties.Path = path;
  if (boundary !== undefined) properties.PermissionsBoundary = boundary;
  const role = resource.beside('Role', 'AWS::IAM::Role', properties, ['Policies'], {
    // For a state machine nobody can write one: who wants another gives a role.
    AssumeRolePolicyDocument: isMachine ? 'Role' : 'AssumeRolePolicyDocument',
    PermissionsBoundary: 'PermissionsBoundary',
    Path: 'RolePath',
  });
  const placed: readonly WrittenPart[] = [
    ...policies.managed.map(({ path: below }, index) => ({
      part: ['Properties', 'ManagedPolicyArns', `${managed.length + index}`],
      logicalId: resource.logicalId,
      path: ['Properties', 'Policies', ...below],
    })),
    ...policies.documents.map(({ path: below, isWritten }, index) => ({
      part: ['Properties', 'Policies', `${inline.length + index}`, 'PolicyDocument'],
      logicalId: resource.logicalId,
      path: ['Properties', 'Policies', ...below],
      isWritten,
    })),
  ];
  return { ...role, writtenAt: [...role.writtenAt, ...placed] };
}

function named(name: string) {
  return (document: unknown) => (document === noValue ? noValue : policy(name, document));
}

export function trust(service: string): JsonObject {
  return policyDocument([{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }]);
}

export function policy(name: string, document: unknown): JsonObject {
  return { PolicyName: name, PolicyDocument: document };
}

export function allowing(action: unknown, resource: unknown): JsonObject {
  return policyDocument([{ Effect: 'Allow', Action: action, Resource: resource }]);
}

export function policyDocument(statements: unknown): JsonObject {
  return { Version: version, Statement: statements };
}
