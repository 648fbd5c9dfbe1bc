import { servicePrincipal } from './service-principal';
import type { Application, Resource } from '../../../template';
import { unknown } from '../../results';
import type { Result } from '../../results';

/** What a rule about the permissions of functions applies to: {@link judgeExecutionRole} sorts them out. */
export const executionRoleTypes = ['AWS::IAM::Role', 'AWS::Lambda::Function'] as const;

/**
 * Judges each role that functions run as once, at the role; a function whose role is not in the app is unknown.
 */
export function judgeExecutionRole(
  resource: Resource,
  app: Application,
  judge: (role: Resource) => Result | readonly Result[],
): Result | readonly Result[] {
  if (resource.is('AWS::IAM::Role')) return isExecutionRole(resource, app) ? judge(resource) : [];
  const role = resource.read('Role');
  if (role.isAbsent || role.target?.is('AWS::IAM::Role')) return [];
  return unknown(role, 'the role is not part of the application');
}

/** Whether functions of the app run as the role, or Lambda may assume it. */
export function isExecutionRole(role: Resource, app: Application): boolean {
  return functionsWith(role, app).length > 0 || trustedServices(role).includes('lambda.amazonaws.com');
}

/** The functions of the app that run as the role. */
export function functionsWith(role: Resource, app: Application): readonly Resource[] {
  return app.attachedTo(role, 'AWS::Lambda::Function', 'Role');
}

/** The service principals that may assume the role, as far as they are known. */
export function trustedServices(role: Resource): readonly string[] {
  return role
    .read('AssumeRolePolicyDocument.Statement')
    .items.filter((statement) => statement.read('Effect').is('Allow'))
    .flatMap((statement) => statement.read('Principal.Service').items)
    .flatMap((service) => servicePrincipal(service) ?? service.text ?? []);
}
