import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail } from '../results';
import type { Result } from '../results';
import { judgeAllowed } from '../statements';
import { isAction } from './reading/permission-action';

function judgeActions(document: Value): readonly Result[] {
  return judgeAllowed(document, ({ statement, at }) => {
    if (statement.notActions) return fail(at.read('NotAction'), { wanted: 'lambda:InvokeFunction in Action' });
    const isInvoke = (action: Value) => /^lambda:Invoke/i.test(action.text ?? '');
    return at.read('Action').items.map((action) => demand(action, isInvoke, 'lambda:InvokeFunction'));
  });
}

export default defineRule({
  id: 'lambda-permission-non-invoke',
  severity: 'medium',
  title: 'the permission allows more than invoking the function',
  why:
    'Whoever is named can do to the function what the action says: with `lambda:*` or `lambda:UpdateFunctionCode` they replace its code. ' +
    'The code then runs with the role of the function.',
  serviceDefault:
    '`Action` is required: the service has no default (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html).',
  fix: 'set `Action: lambda:InvokeFunction`, and give people who deploy an IAM policy',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::ResourcePolicy'],
  check: (permission) => {
    if (permission.is('AWS::Lambda::ResourcePolicy')) return judgeActions(permission.read('PolicyDocument'));
    return demand(
      permission.read('Action'),
      (action) => action.isAbsent || isAction(action, 'lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'),
      'lambda:InvokeFunction',
    );
  },
});
