import { letsStrangersIn } from '../../iam/everybody';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { failIf, judgeAllowed } from '../statements';
import { isAction } from './reading/permission-action';
import { isForUrlOnly } from './reading/resource-policy';

function judgePolicy(policy: Resource): readonly Result[] {
  return judgeAllowed(policy.read('PolicyDocument'), ({ statement, at }) =>
    isForUrlOnly(statement)
      ? failIf(letsStrangersIn(statement), at.read('Principal'), { wanted: 'the account or role that calls the URL' })
      : pass(),
  );
}

export default defineRule({
  id: 'lambda-url-public-invoke',
  saidBy: ['lambda-url-auth-none'],
  severity: 'high',
  title: 'everybody on the internet may call the function URL',
  why:
    'The permission lets calls without a signature, or with that of any AWS account, through to the function. ' +
    'They reach whatever the function can reach, and the account pays for each call.',
  serviceDefault:
    'Without a permission nobody but identities of the account itself may call a function URL, whatever its `AuthType`.',
  fix: 'remove the permission and set `AuthType: AWS_IAM` on the URL; name in `Principal` who may call it',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['Lambda.1'], cwe: ['CWE-306'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::ResourcePolicy'],
  check: (permission) => {
    if (permission.is('AWS::Lambda::ResourcePolicy')) return judgePolicy(permission);
    const authType = permission.read('FunctionUrlAuthType');
    const principal = permission.read('Principal');
    if (authType.isUnknown) return unknown(authType);
    if (authType.is('NONE')) return fail(authType, { wanted: '"AWS_IAM"' });
    const isForUrl =
      isAction(permission.read('Action'), 'lambda:InvokeFunctionUrl') ||
      permission.read('InvokedViaFunctionUrl').isTrue ||
      authType.is('AWS_IAM');
    if (!isForUrl || !permission.read('PrincipalOrgID').isAbsent) return pass();
    if (principal.isUnknown) return unknown(principal);
    return principal.is('*') ? fail(principal, { wanted: 'the account or role that calls the URL' }) : pass();
  },
});
