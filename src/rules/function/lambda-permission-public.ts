import { letsStrangersIn } from '../../iam/everybody';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, isSaid, pass, unknown } from '../results';
import type { Result } from '../results';
import { failIf, judgeAllowed } from '../statements';
import { isAction } from './reading/permission-action';
import { isForUrlOnly } from './reading/resource-policy';

const narrowing = ['SourceArn', 'SourceAccount', 'PrincipalOrgID'];

function judgePolicy(policy: Resource): readonly Result[] {
  return judgeAllowed(policy.read('PolicyDocument'), ({ statement, at }) =>
    isForUrlOnly(statement)
      ? pass()
      : failIf(letsStrangersIn(statement), at.read('Principal'), {
          wanted: 'a named principal, or a condition that only known callers meet',
        }),
  );
}

export default defineRule({
  id: 'lambda-permission-public',
  severity: 'critical',
  title: 'every AWS account may invoke the function',
  why:
    'Principal `*` without a condition lets anybody with any AWS account invoke the function directly, past the API and its authorizer. ' +
    'They choose the event, reach whatever the function can reach, and the account pays for each call.',
  serviceDefault:
    'Without a permission nobody outside of the account may invoke a function (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html).',
  fix: 'name the account, role or service in `Principal`; for a whole organization keep `*` and add `PrincipalOrgID`',
  references: {
    owaspServerless: ['S2', 'S5'],
    csaServerless: ['SAS-2', 'SAS-3'],
    fsbp: ['Lambda.1'],
    cwe: ['CWE-732'],
  },
  notes: 'What is good for the function URL only is the matter of `lambda-url-public-invoke`.',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::ResourcePolicy'],
  check: (permission) => {
    if (permission.is('AWS::Lambda::ResourcePolicy')) return judgePolicy(permission);
    const principal = permission.read('Principal');
    if (principal.isUnknown && principal.couldBe('*')) return unknown(principal);
    if (!principal.is('*') || permission.read('InvokedViaFunctionUrl').isTrue) return pass();
    if (isAction(permission.read('Action'), 'lambda:InvokeFunctionUrl')) return pass();
    const narrowed = narrowing.map((property) => permission.read(property));
    if (narrowed.some((value) => isSaid(value) && !value.is('*'))) return pass();
    return fail(principal, { wanted: `a named principal, or one of ${narrowing.join(', ')}` });
  },
});
