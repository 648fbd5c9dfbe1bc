import { Stack, Token } from 'aws-cdk-lib';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Permission } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { findInvokeSource, type InvokeSource } from '../facts/invoke-sources';
import type { Refusals } from '../refusals/refusals';
import { arnShape } from '../role/arn-shape';

/**
 * Who may invoke the function, limited to one source as far as the service says which one it is.
 *
 * What can be filled in is filled in: the account of the stack where the service names its account. Refused is what
 * everybody could use, and a service that would name its source if the permission asked for it.
 */
export function limitedPermission(fn: IConstruct, permission: Permission, refusals: Refusals): Permission {
  refuseAction(permission, refusals);

  const principal = unwrap(permission.principal);
  if (isEverybody(permission)) {
    refusals.add(
      "'*' may invoke the function",
      'name the account, the role or the service; an organization with OrganizationPrincipal',
    );
    return permission;
  }

  const service = (principal as { service?: string }).service;
  if (service === undefined) return permission;

  const written = sourceOf(permission);
  refuseOpenSource(service, written, refusals);

  const source = findInvokeSource(service);
  return source ? fillIn(fn, permission, source, written, refusals) : permission;
}

interface WrittenSource {
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
}

function refuseOpenSource(service: string, { sourceArn, sourceAccount }: WrittenSource, refusals: Refusals): void {
  refusals.addIf(
    sourceArn !== undefined &&
      leavesAccountOpen(sourceArn) &&
      (sourceAccount === undefined || /^[*?]+$/.test(sourceArn)),
    `'${sourceArn ?? ''}' as the source of '${service}'`,
    'write the ARN of the resource that invokes the function',
  );
  refusals.addIf(
    sourceAccount !== undefined && !Token.isUnresolved(sourceAccount) && !/^\d{12}$/.test(sourceAccount),
    `'${sourceAccount ?? ''}' as the account of '${service}'`,
    'write the 12 digits of the account that invokes the function',
  );
}

/** `arn:aws:events:*:*:rule/*`: such a resource of anybody. */
function leavesAccountOpen(arn: string): boolean {
  const parts = (arnShape(arn) ?? '').split(':');
  return /[*?]/.test(parts.join(':')) && (parts.length < 6 || /[*?]/.test(parts[4]));
}

function fillIn(
  fn: IConstruct,
  permission: Permission,
  source: InvokeSource,
  { sourceArn, sourceAccount }: WrittenSource,
  refusals: Refusals,
): Permission {
  const { account } = Stack.of(fn);
  if (
    source.sourceAccount === 'sent' &&
    sourceAccount === undefined &&
    (sourceArn === undefined || !source.arnHasAccount)
  ) {
    return { ...permission, sourceAccount: account };
  }
  if (sourceArn !== undefined || sourceAccount !== undefined || source.sourceArn === 'not-sent') {
    refusals.addIf(
      isAlexa(source) && permission.eventSourceToken === undefined,
      `'${source.principal}' says neither its account nor its skill`,
      "pass the skill id as 'eventSourceToken'",
    );
    return permission;
  }
  const derived = derivedArn(fn, source);
  refusals.addIf(
    derived === undefined,
    `'${source.principal}' without 'sourceArn' may invoke the function for anybody who uses that service`,
    `pass the ARN of what invokes it as 'sourceArn' (${source.source})`,
  );
  return derived === undefined ? permission : { ...permission, sourceArn: derived };
}

/** Services for which an L2 leaves the ARN out, as far as the account alone makes one that holds. */
function derivedArn(fn: IConstruct, source: InvokeSource): string | undefined {
  if (source.principal !== 'appsync.amazonaws.com') return undefined;
  return Stack.of(fn).formatArn({ service: 'appsync', resource: 'apis', resourceName: '*' });
}

function refuseAction({ action }: Permission, refusals: Refusals): void {
  refusals.addIf(
    action !== undefined && !Token.isUnresolved(action) && !/^lambda:Invoke(Function|FunctionUrl)$/.test(action),
    `'${action ?? ''}' lets the principal do more than invoke the function`,
    "write 'lambda:InvokeFunction'",
  );
}

function isAlexa(source: InvokeSource): boolean {
  return source.principal.startsWith('alexa-');
}

/** With the conditions of `PrincipalWithConditions`, which the L2 turns into the same properties. */
function sourceOf(permission: Permission): WrittenSource {
  const { conditions } = permission.principal.policyFragment;
  const arnLike = conditions.ArnLike as Record<string, string> | undefined;
  const stringEquals = conditions.StringEquals as Record<string, string> | undefined;
  return {
    sourceArn: permission.sourceArn ?? arnLike?.['aws:SourceArn'],
    sourceAccount: permission.sourceAccount ?? stringEquals?.['aws:SourceAccount'],
  };
}

function unwrap(principal: IPrincipal): IPrincipal {
  const { wrapped } = principal as { wrapped?: IPrincipal };
  return wrapped ?? principal;
}

/** Everybody on the internet; everybody of an organization is somebody. */
function isEverybody({ principal, organizationId }: Permission): boolean {
  const { principalJson, conditions } = principal.policyFragment;
  const inConditions = (conditions.StringEquals as Record<string, unknown> | undefined)?.['aws:PrincipalOrgID'];
  return Object.values(principalJson).flat().includes('*') && !isOrganization(organizationId ?? inConditions);
}

function isOrganization(id: unknown): boolean {
  return [id].flat().every((each) => Token.isUnresolved(each) || /^o-[a-z0-9]{10,32}$/.test(String(each)));
}

/** The service that a permission is for, without the region. */
export function invokingService(principal: IPrincipal): string | undefined {
  const service = (unwrap(principal) as { service?: string }).service;
  return service && (findInvokeSource(service)?.principal ?? service);
}
