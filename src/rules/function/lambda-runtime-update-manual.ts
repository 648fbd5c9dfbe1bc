import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-runtime-update-manual',
  severity: 'low',
  title: 'the function stays on one version of the runtime',
  why:
    'AWS patches the runtime, but not for this function: weaknesses found in the pinned version stay open until somebody changes the ARN. ' +
    'Everybody who can send an event to the function can try them.',
  serviceDefault: 'Without `RuntimeManagementConfig` Lambda updates the runtime automatically.',
  fix: 'remove `RuntimeManagementConfig`, or set `UpdateRuntimeOn: Auto`',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6'], cwe: ['CWE-1104'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demand(fn.read('RuntimeManagementConfig.UpdateRuntimeOn'), (mode) => !mode.is('Manual'), '"Auto"'),
});
