import { servicePrincipal } from './service-principal';
import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';
import { unknown } from '../../results';
import type { Result } from '../../results';

/** What a rule about the permissions of functions applies to: {@link judgeExecutionRole} sorts them out. */
export const executionRoleTypes = [
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::Lambda::WebFunctionRevision',
] as const;

/** What a web function runs as. */
const roleOfRevision = 'ServiceConfig.ExecutionRoleArn';

/**
 * Judges each role that functions run as once, at the role; a function whose role is not in the app is unknown.
 */
export function judgeExecutionRole(
  resource: Resource,
  app: Application,
  judge: (role: Resource) => Result | readonly Result[],
): Result | readonly Result[] {
  if (resource.is('AWS::IAM::Role')) return isExecutionRole(resource, app) ? judge(resource) : [];
  const role = executionRoleOf(resource);
  if (role.isAbsent || role.target?.is('AWS::IAM::Role')) return [];
  return unknown(role, 'the role is not part of the application');
}

/** What a function, or a revision of a web function, runs as. */
export function executionRoleOf(code: Resource): Value {
  return code.read(code.is('AWS::Lambda::Function') ? 'Role' : roleOfRevision);
}

/** Whether functions of the app run as the role, or Lambda may assume it. */
export function isExecutionRole(role: Resource, app: Application): boolean {
  return codeWith(role, app).length > 0 || trustedServices(role).includes('lambda.amazonaws.com');
}

/** The functions of the app that run as the role. */
export function functionsWith(role: Resource, app: Application): readonly Resource[] {
  return onceForResource(role, findFunctionsWith, app);
}

function findFunctionsWith(role: Resource, app: Application): readonly Resource[] {
  return app.attachedTo(role, 'AWS::Lambda::Function', 'Role');
}

/** What runs code of the app as the role: functions, and revisions of web functions. */
export function codeWith(role: Resource, app: Application): readonly Resource[] {
  return [...functionsWith(role, app), ...app.attachedTo(role, 'AWS::Lambda::WebFunctionRevision', roleOfRevision)];
}

/** The service principals that may assume the role, as far as they are known. */
export function trustedServices(role: Resource): readonly string[] {
  return role
    .read('AssumeRolePolicyDocument.Statement')
    .items.filter((statement) => statement.read('Effect').is('Allow'))
    .flatMap((statement) => statement.read('Principal.Service').items)
    .flatMap((service) => servicePrincipal(service) ?? service.text ?? []);
}
