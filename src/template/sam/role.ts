import { madeByTransform, listOf, rewrite } from './raw';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
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
  const { managedArns, documents } = policiesOf(resource.read('Policies'));
  const properties: Record<string, unknown> = {
    AssumeRolePolicyDocument: resource.read('AssumeRolePolicyDocument') ?? trust(service),
    ManagedPolicyArns: [...managed.map(arnOfManaged), ...managedArns],
    Policies: [...inline, ...documents.map((document, index) => policy(`Policy${index}`, document))],
  };
  const path = resource.read('RolePath');
  const boundary = resource.read('PermissionsBoundary');
  if (path !== undefined) properties.Path = path;
  if (boundary !== undefined) properties.PermissionsBoundary = boundary;
  return resource.beside('Role', 'AWS::IAM::Role', properties, ['Policies'], {
    AssumeRolePolicyDocument: 'AssumeRolePolicyDocument',
    PermissionsBoundary: 'PermissionsBoundary',
  });
}

export function trust(service: string): JsonObject {
  return {
    Version: version,
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
}

export function policy(name: string, document: unknown): JsonObject {
  return { PolicyName: name, PolicyDocument: document };
}

export function allowing(action: unknown, resource: unknown): JsonObject {
  return { Version: version, Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] };
}

/** A list or one of them: an ARN or name of a managed policy, a document, or a policy template of SAM. */
function policiesOf(value: unknown): { readonly managedArns: unknown[]; readonly documents: unknown[] } {
  const managedArns: unknown[] = [];
  const documents: unknown[] = [];
  for (const entry of listOf(value)) {
    if (typeof entry === 'string') {
      managedArns.push(arnOfManaged(entry));
    } else if (isObject(entry) && (own(entry, 'Statement') !== undefined || own(entry, 'Fn::If') !== undefined)) {
      documents.push(rewrite(entry, (plain) => (own(plain, 'Statement') === undefined ? madeByTransform : plain)));
    } else if (isObject(entry) && Object.keys(entry).some((key) => key === 'Ref' || key.startsWith('Fn::'))) {
      managedArns.push(entry);
    } else {
      documents.push(madeByTransform);
    }
  }
  return { managedArns, documents };
}

function arnOfManaged(name: unknown): unknown {
  return typeof name !== 'string' || name.startsWith('arn:')
    ? name
    : { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` };
}
