import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { codeWith, trustedServices } from './reading/execution-role';
import { writtenAlike } from './reading/written-alike';

/** Lambda, and Lambda at the edge, which needs both. */
const lambda: ReadonlySet<string> = new Set(['lambda.amazonaws.com', 'edgelambda.amazonaws.com']);

function judge(fn: Resource, app: Application): Result {
  const role = fn.read('Role');
  if (role.isAbsent) return pass();
  const target = role.target?.is('AWS::IAM::Role') ? role.target : undefined;
  const others = (target ? codeWith(target, app) : writtenAlike(fn, 'Role')).filter((other) => other !== fn);
  const names = others.map((other) => other.logicalId);
  if (names.length > 0) {
    return fail(role, {
      got: `${String(role)}, also the role of ${names.slice(0, 3).join(', ')}`,
      wanted: 'a role of its own',
    });
  }
  if (!target) return unknown(role, 'the role is not part of the application');
  const services = trustedServices(target).filter((service) => !lambda.has(service));
  return services.length > 0
    ? fail(role, { got: `${String(role)}, which ${services.join(', ')} may assume too`, wanted: 'a role of its own' })
    : pass();
}

export default defineRule({
  id: 'lambda-unique-role',
  aliases: ['lambda-shared-role'],
  severity: 'high',
  title: 'the function shares its role',
  why:
    'Each function has the permissions that all of them need together. ' +
    'Whoever breaks into the weakest one reaches the data of the others.',
  serviceDefault:
    '`Role` is required: the service has no default (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'give each function a role of its own; `SecureFunction` makes one',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250', 'CWE-653'] },
  notes:
    'A role that another service may assume too counts as shared. Roles outside of the app are compared by how they are written.',
  appliesTo: 'AWS::Lambda::Function',
  check: judge,
});
