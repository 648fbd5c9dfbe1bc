import { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { allowancesOf, mayAllowAnything } from './reading/allowed-actions';
import { executionRoleTypes, judgeExecutionRole } from './reading/execution-role';

/** What changes the code of functions, who may invoke them, or what roles allow. */
const powers = [
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
  'lambda:AddPermission',
  'lambda:CreateFunctionUrlConfig',
  'lambda:UpdateFunctionUrlConfig',
  'lambda:DeleteFunctionCodeSigningConfig',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:DeleteRolePolicy',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PutRolePermissionsBoundary',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
];

/** What an action pattern covers of it. */
function powerOf(pattern: Term): string | undefined {
  return powers.find((action) => pattern.standsFor(action));
}

export default defineRule({
  id: 'lambda-role-self-update',
  severity: 'high',
  title: 'the function may change functions or roles',
  why:
    'Whoever makes the function run code of theirs once can put it into a function for good, open a function to the world, or give a role more permissions. ' +
    'They stay after the weakness is mended.',
  serviceDefault:
    'A role without policies allows nothing (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'remove the action; let a pipeline deploy functions and roles',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-9'], cwe: ['CWE-269'] },
  saidBy: ['iam-admin', 'iam-privesc'],
  notes: 'Patterns count by what they cover: `lambda:Update*`, `iam:*`, `*`.',
  appliesTo: executionRoleTypes,
  check: (resource, app) =>
    judgeExecutionRole(resource, app, (role) => {
      const { actions, exceptions, unreadable } = allowancesOf(role, app);
      const found = actions.flatMap(({ pattern, at }) => {
        const power = Term.of(pattern).ask(powerOf);
        if (!power) return [];
        const got = pattern === power ? `"${pattern}"` : `"${pattern}", which covers ${power}`;
        return fail(at, { got, wanted: 'no action that changes functions or roles' });
      });
      const unsure = [...exceptions, ...unreadable.filter(mayAllowAnything)];
      return [...found, ...unsure.map((at) => unknown(at, at.because ?? 'what it allows is not known'))];
    }),
});
