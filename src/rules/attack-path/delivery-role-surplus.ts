import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { deliveringWith, mayDoMoreThanReach } from './reading/delivering-roles';
import { harmfulActions, worstOf } from './reading/harm';
import { pathOf } from './reading/path';
import { rightsOf } from './reading/rights';

const passing = ['iam:PassRole'];

/** Who may hand the role to a schedule, pipe or rule of their own. */
function passerOf(role: Resource, app: Application): Resource | undefined {
  return app
    .principalsOf(role)
    .find((one) =>
      rightsOf(one, app, passing).found.some(
        ({ truth, on }) => truth === 'yes' && on.some(({ target }) => target === role),
      ),
    );
}

export default defineRule({
  id: 'delivery-role-surplus',
  severity: 'high',
  title: 'the role of a schedule, pipe or rule may do more than deliver',
  why:
    'Somebody who may pass the role makes a schedule of their own with it, and lets the service do what they may not do themselves: Scheduler calls nearly every API that changes something. ' +
    'The one who only should have set a time deletes data, or changes permissions.',
  serviceDefault:
    'Scheduler uses the role for whatever target a schedule names, all but calls that only read, and whoever makes one needs the right to pass the role (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).',
  fix: 'leave the role what the target needs (`lambda:InvokeFunction`, `sqs:SendMessage`, `states:StartExecution`), and give each target a role of its own',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250', 'CWE-269'] },
  notes:
    'Where nobody in the application may pass the role, or only rules and pipes deliver with it, which call a few services, it is a medium finding. Every service that is a source, target or dead-letter queue of the role counts as needed, and so do keys and logs.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    const { by, services, open } = deliveringWith(role, app);
    if (by.length === 0) return [];
    const needed = [...services, ...(services.includes('ecs') || services.includes('batch') ? ['iam'] : [])];
    const surplus = harmfulActions.filter(
      (action) =>
        action === 'lambda:UpdateFunctionCode' || !(/:Get/.test(action) || needed.includes(action.split(':')[0])),
    );
    if (open.length > 0) {
      const because = 'what it delivers to is only known after deployment';
      return mayDoMoreThanReach(open, role, app, surplus) ? unknown(role, because) : [];
    }
    const worst = worstOf(role, app, surplus);
    if (worst === undefined) return [];
    if (worst === 'unknown') return unknown(role, 'what it allows is not known');
    const passer = passerOf(role, app);
    const got = `${pathOf(...(passer ? [passer] : []), by[0], role, worst.told)}`;
    const isForMany = passer && by.some((one) => one.is('AWS::Scheduler::Schedule'));
    return fail(worst.right.at, { got, wanted: 'what the target needs', ...(!isForMany && { severity: 'medium' }) });
  },
});
