import { now } from '../../facts/now';
import { runtimeStatus } from '../../facts/runtimes';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { runtimeOf, runtimeTypes } from './reading/runtime';

export default defineRule({
  id: 'lambda-runtime-deprecated',
  severity: 'high',
  title: 'the runtime gets no security patches any more',
  why:
    'Weaknesses found in the language runtime since its deprecation stay open in the function, for everybody who can send it an event. ' +
    'On a later date AWS refuses updates, so that a fix of the own code cannot be deployed either.',
  serviceDefault: '`Runtime` is required for code in a .zip file; a container image brings its own.',
  fix: 'set `Runtime` to a supported version of the language',
  references: {
    owaspServerless: ['S9'],
    csaServerless: ['SAS-6', 'SAS-11'],
    fsbp: ['Lambda.2'],
    cwe: ['CWE-1104'],
  },
  notes:
    'Dates: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html; the day is the clock, or `SOURCE_DATE_EPOCH`. ' +
    'Medium from the deprecation on, high from the day on which AWS refuses updates. Any supported version passes, not only the newest.',
  appliesTo: runtimeTypes,
  check: (fn) => {
    const runtime = runtimeOf(fn);
    if (runtime.isAbsent) return pass();
    if (typeof runtime.scalar !== 'string') return unknown(runtime);
    const { state, since } = runtimeStatus(runtime.scalar, now());
    if (state === 'unknown') return unknown(runtime, 'the runtime is not among those whose dates are known');
    if (state === 'supported') return pass();
    const blocked = state === 'updates-blocked';
    return fail(runtime, {
      got: `"${runtime.scalar}", ${blocked ? 'updates are refused' : 'deprecated'} since ${since}`,
      wanted: 'a supported runtime',
      severity: blocked ? undefined : 'medium',
    });
  },
});
