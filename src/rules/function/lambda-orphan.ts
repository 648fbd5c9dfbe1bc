import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** What belongs to a function without calling it. */
const belongings: ReadonlySet<string> = new Set([
  'AWS::Logs::LogGroup',
  'AWS::Lambda::Version',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::CloudWatch::Alarm',
  'Custom::LogRetention',
]);

export default defineRule({
  id: 'lambda-orphan',
  severity: 'low',
  strict: true,
  title: 'nothing in the app calls the function',
  why:
    'A function that nobody needs is patched by nobody, and keeps its role. ' +
    'Whoever finds a way to call it finds old code with old permissions.',
  serviceDefault:
    'A function stays until its resource is removed (https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html).',
  fix: 'remove the function, or the rule where something outside of the app calls it',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-11'] },
  notes: 'Strict, because functions may be called by name from outside of the app.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) =>
    app.references(fn).incoming.some((other) => other.exists && !belongings.has(other.type))
      ? pass()
      : fail(fn, { got: 'a function without a trigger', wanted: 'something that calls it' }),
});
