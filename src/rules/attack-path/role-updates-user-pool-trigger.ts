import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { judgeTakeover } from './reading/function-takeover';
import { listed } from './reading/path';
import { namesOf } from '../function/reading/function-behind';

/** What user pools call the function for, by itself or by a name of it. */
function triggersOf(fn: Resource, app: Application): readonly string[] {
  const names = namesOf(fn, app);
  const pools = new Set(names.flatMap((name) => app.attachedTo(name, 'AWS::Cognito::UserPool', 'LambdaConfig')));
  return [...pools].flatMap((pool) =>
    pool
      .read('LambdaConfig')
      .entries.filter(([, value]) => value.targets.some((target) => names.includes(target)))
      .map(([trigger]) => `${trigger} of ${pool.logicalId}`),
  );
}

export default defineRule({
  id: 'role-updates-user-pool-trigger',
  severity: 'high',
  title: 'a function may rewrite a trigger of the user pool',
  why:
    'Whoever gets hold of the first function puts code into what the user pool calls when somebody signs up or in. ' +
    'It confirms users of theirs, writes the groups and claims of an administrator into their tokens, or sends the codes and passwords of others away.',
  serviceDefault:
    'A user pool takes what its triggers answer: whether a user is confirmed, and which claims stand in a token (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html).',
  fix: 'take the action out of the role, or name other functions in `Resource`; let a pipeline deploy triggers',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-4'], cwe: ['CWE-269', 'CWE-287'] },
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeTakeover(role, app, (victim) => {
      const triggers = triggersOf(victim, app);
      return triggers.length > 0 ? listed(triggers) : undefined;
    }),
});
