import { defineRule } from '../define-rule';
import { demand, fail, pass } from '../results';

export default defineRule({
  id: 'iam-user-group',
  severity: 'low',
  strict: true,
  title: 'a user is in no group, or a group has no users',
  why: 'Rights that are given to users one by one, and groups that nobody is in, are what nobody looks at when somebody leaves.',
  serviceDefault:
    'A user is in no group unless added (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html).',
  fix: 'add the user to a group with `Groups`, or remove what is not used',
  references: { owaspServerless: ['S5'], cwe: ['CWE-250'] },
  appliesTo: ['AWS::IAM::User', 'AWS::IAM::Group'],
  check: (it, app) => {
    const additions = app.attachedTo(
      it,
      'AWS::IAM::UserToGroupAddition',
      it.is('AWS::IAM::User') ? 'Users' : 'GroupName',
    );
    if (additions.length > 0) return pass();
    if (it.is('AWS::IAM::User')) return demand(it.read('Groups'), (groups) => groups.items.length > 0, 'a group');
    return app.attachedTo(it, 'AWS::IAM::User', 'Groups').length > 0
      ? pass()
      : fail(it, { got: 'no users', wanted: 'users' });
  },
});
