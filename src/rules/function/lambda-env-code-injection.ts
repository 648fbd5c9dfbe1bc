import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { loadsCode } from './reading/code-loading-variables';
import { environmentOf, environmentTypes } from './reading/environment';

export default defineRule({
  id: 'lambda-env-code-injection',
  severity: 'medium',
  title: 'an environment variable makes the runtime load further code',
  why:
    'Whoever may change the configuration of the function, or what lies at that path, runs code inside of it without touching the code that was reviewed. ' +
    'It sees every event, and has the role of the function.',
  serviceDefault:
    'Without these variables the runtime loads the handler of the function only (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html).',
  fix: 'remove the variable, and load the module from your own code',
  references: { owaspServerless: ['S1', 'S6'], csaServerless: ['SAS-1', 'SAS-3'], cwe: ['CWE-94', 'CWE-829'] },
  notes:
    'Options that load nothing (`--enable-source-maps`, `-XX:+TieredCompilation`) pass, and so do the wrappers of the layers ' +
    'that AWS documents: OpenTelemetry, Lambda Web Adapter.',
  appliesTo: environmentTypes,
  check: (fn) =>
    environmentOf(fn).map(([name, value]) => {
      const verdict = loadsCode(name, value.text ?? '');
      if (!verdict) return pass();
      if (value.isUnknown) return unknown(value);
      return fail(value, { wanted: 'no code beside that of the function' });
    }),
});
