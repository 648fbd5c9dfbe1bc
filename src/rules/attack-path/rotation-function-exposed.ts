import { defineRule } from '../define-rule';
import { functionBehind } from '../function/reading/function-behind';
import { servicePrincipal } from '../function/reading/service-principal';
import { fail, unknown } from '../results';
import { worstOf } from './reading/harm';
import { pathOf } from './reading/path';

const rotating = ['secretsmanager:PutSecretValue', 'secretsmanager:GetSecretValue'];
const invoking = /^lambda:(\*|invoke(\*|function(\*|url)?)?)$/i;

export default defineRule({
  id: 'rotation-function-exposed',
  severity: 'high',
  title: 'somebody other than Secrets Manager may call the function that rotates secrets',
  why:
    'Somebody calls the rotation function with the name of a secret and a step of their choice; it reads and sets secrets with its own role, and knows the password of the administrator. ' +
    'They make it set a value that they know, lock everybody out in the middle of a rotation, or read what it answers and logs.',
  serviceDefault:
    'Secrets Manager calls the function itself, for which it needs a permission, and nobody else has to (https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_turn-on-for-other.html).',
  fix: 'remove the function URL, and every `AWS::Lambda::Permission` but that for `secretsmanager.amazonaws.com`; let an API call a function of its own',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-7'], cwe: ['CWE-284', 'CWE-522'] },
  notes:
    'Only where the role of the function may read or set secrets. Who may change its code is the matter of `role-writes-function-code`.',
  appliesTo: 'AWS::SecretsManager::RotationSchedule',
  check: (schedule, app) => {
    const fn = functionBehind(schedule.read('RotationLambdaARN'));
    const role = fn?.read('Role').target;
    if (!fn || !role?.is('AWS::IAM::Role')) return [];
    const permissions = app
      .attachedTo(fn, 'AWS::Lambda::Permission', 'FunctionName')
      .filter((permission) => invoking.test(permission.read('Action').text ?? ''))
      .map((permission) => permission.read('Principal'))
      .filter((principal) => servicePrincipal(principal) !== 'secretsmanager.amazonaws.com');
    const urls = app.attachedTo(fn, 'AWS::Lambda::Url', 'TargetFunctionArn').map((url) => url.read('AuthType'));
    if (permissions.length + urls.length === 0) return [];
    const worst = worstOf(role, app, rotating);
    if (typeof worst !== 'object') return [];
    return [...permissions, ...urls].map((at) => {
      if (at.isUnknown) return unknown(at);
      const caller = at.resource.is('AWS::Lambda::Url') ? `function URL (${at})` : `${at}`;
      return fail(at, { got: pathOf(caller, fn, worst.told), wanted: 'Secrets Manager only' });
    });
  },
});
