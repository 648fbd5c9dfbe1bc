import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { judgeTakeover } from './reading/function-takeover';
import { listed } from './reading/path';
import { functionBehind } from '../function/reading/function-behind';

/** The functions that user pools call, with what they are called for. */
function triggers(app: Application): ReadonlyMap<Resource, readonly string[]> {
  const byFunction = new Map<Resource, string[]>();
  for (const pool of app.ofType('AWS::Cognito::UserPool')) {
    for (const [name, value] of pool.read('LambdaConfig').entries) {
      const fn = functionBehind(value.isObject ? value.read('LambdaArn') : value);
      if (fn) byFunction.set(fn, [...(byFunction.get(fn) ?? []), `${name} of ${pool.logicalId}`]);
    }
  }
  return byFunction;
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
  check: (role, app) => {
    let found: ReturnType<typeof triggers> | undefined;
    const victims = () => (found ??= triggers(app));
    return judgeTakeover(
      role,
      app,
      () => [...victims().keys()],
      (victim) => listed(victims().get(victim) ?? []),
    );
  },
});
