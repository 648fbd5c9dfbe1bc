import { now } from '../../facts/now';
import { runtimeStatus } from '../../facts/runtimes';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { runtimeOf, runtimeTypes } from './reading/runtime';

/** AWS announces a deprecation at least this long before. */
const notice = 180 * 24 * 60 * 60 * 1000;

export default defineRule({
  id: 'lambda-runtime-eol-soon',
  severity: 'low',
  title: 'the runtime stops getting security patches within six months',
  why:
    'From its deprecation on, weaknesses of the runtime stay open in the function. ' +
    'Whoever starts to move only then does it in a hurry, or not at all.',
  serviceDefault: '`Runtime` is required for code in a .zip file; a container image brings its own.',
  fix: 'plan the move of `Runtime` to a newer version of the language',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6', 'SAS-11'], fsbp: ['Lambda.2'], cwe: ['CWE-1104'] },
  notes: 'Dates and notice: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  appliesTo: runtimeTypes,
  check: (fn) => {
    const runtime = runtimeOf(fn);
    if (typeof runtime.scalar !== 'string') return pass();
    const { state, lifecycle } = runtimeStatus(runtime.scalar, now());
    if (state !== 'supported' || lifecycle?.deprecated === undefined) return pass();
    if (Date.parse(lifecycle.deprecated) - now().getTime() > notice) return pass();
    return fail(runtime, {
      got: `"${runtime.scalar}", deprecated from ${lifecycle.deprecated} on`,
      wanted: 'a runtime that is supported for longer',
    });
  },
});
