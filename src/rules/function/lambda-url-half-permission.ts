import { defineRule } from '../define-rule';
import { fail } from '../results';
import { isAction } from './reading/permission-action';

const throughUrl = 'lambda:InvokeFunctionUrl';

export default defineRule({
  id: 'lambda-url-half-permission',
  severity: 'low',
  strict: true,
  title: 'the caller of the function URL has one half of the permission',
  why: 'Calls end with status 403, and what people add in a hurry is a permission for everybody, or for every way of calling.',
  serviceDefault:
    'Function URLs since October 2025 want both `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`; older ones the first (https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html).',
  fix: 'add the other permission for the same principal, `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true` (`grantInvokeUrl`)',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'Strict, because older URLs work with one, and identities of the same account with policies of their own.',
  appliesTo: 'AWS::Lambda::Permission',
  check: (permission, app) => {
    const fn = permission.read('FunctionName').target;
    const isThroughUrl = isAction(permission.read('Action'), throughUrl);
    const caller = permission.read('Principal').text;
    if (!fn || caller === undefined || !(isThroughUrl || permission.read('InvokedViaFunctionUrl').isTrue)) return [];
    const other = isThroughUrl ? 'lambda:InvokeFunction' : throughUrl;
    const both = app
      .attachedTo(fn, 'AWS::Lambda::Permission', 'FunctionName')
      .some((it) => isAction(it.read('Action'), other) && it.read('Principal').text === caller);
    return both ? [] : fail(permission.read('Action'), { wanted: `another permission, with ${other}` });
  },
});
