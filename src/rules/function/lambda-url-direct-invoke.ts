import { defineRule } from '../define-rule';
import { demand } from '../results';
import { isAction } from './reading/permission-action';

export default defineRule({
  id: 'lambda-url-direct-invoke',
  severity: 'low',
  strict: true,
  title: 'who may call the function URL may invoke the function past it',
  why: 'The permission for calls through the URL is also one for the API of Lambda, where the caller chooses the whole event: headers, address and identity that the code believes come from the URL.',
  serviceDefault:
    'A call through a function URL needs `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`; the second counts for every call unless it is limited (https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html).',
  fix: 'set `InvokedViaFunctionUrl: true` on the permission for `lambda:InvokeFunction`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::Lambda::Permission',
  check: (permission, app) => {
    const fn = permission.read('FunctionName').target;
    if (!isAction(permission.read('Action'), 'lambda:InvokeFunction') || !fn) return [];
    const caller = permission.read('Principal').text;
    const isForUrl = app
      .attachedTo(fn, 'AWS::Lambda::Permission', 'FunctionName')
      .some(
        (other) =>
          isAction(other.read('Action'), 'lambda:InvokeFunctionUrl') && other.read('Principal').text === caller,
      );
    return isForUrl ? demand(permission.read('InvokedViaFunctionUrl'), (via) => via.isTrue, 'true') : [];
  },
});
