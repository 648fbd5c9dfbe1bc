import { defineRule } from '../define-rule';
import { allowancesOf, mayAllowAnything } from '../function/reading/allowed-actions';
import { fail, unknown } from '../results';

export default defineRule({
  id: 'sfn-role-star',
  severity: 'high',
  title: 'the state machine may do everything, or everything of a service',
  why: 'Whoever may change the definition, or bring input into a call of the AWS SDK, can do all of it: read and delete every table or bucket. The definition itself calls a handful of actions.',
  serviceDefault:
    'A role without policies allows nothing (https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html).',
  fix: 'name the actions that the definition calls in `Action`, and the resources in `Resource`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['IAM.1', 'IAM.21'], cwe: ['CWE-250'] },
  saidBy: ['iam-admin'],
  notes: 'Patterns such as `states:Describe*` pass here. `Allow` with `NotAction` counts as everything.',
  appliesTo: ['AWS::IAM::Role', 'AWS::StepFunctions::StateMachine'],
  check: (resource, app) => {
    if (resource.is('AWS::StepFunctions::StateMachine')) {
      const role = resource.read('RoleArn');
      return role.isAbsent || role.target?.is('AWS::IAM::Role')
        ? []
        : unknown(role, 'the role is not part of the application');
    }
    if (app.attachedTo(resource, 'AWS::StepFunctions::StateMachine', 'RoleArn').length === 0) return [];
    const { actions, exceptions, unreadable } = allowancesOf(resource, app);
    return [
      ...actions
        .filter(({ pattern, isOfAws = false }) => !isOfAws && /^(?:[\w-]+:)?\*+$/.test(pattern))
        .map(({ at, pattern }) => fail(at, { got: `"${pattern}"`, wanted: 'the actions that the definition calls' })),
      ...exceptions.map((at) => fail(at, { wanted: 'Action with the actions that the definition calls' })),
      ...unreadable.filter(mayAllowAnything).map((at) => unknown(at, at.because ?? 'what it allows is not known')),
    ];
  },
});
