import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'lambda-layer-permission-public',
  severity: 'high',
  title: 'every AWS account may download the layer',
  why:
    'Anybody with any AWS account can fetch the content of the layer. ' +
    'They read the code and configuration in it, and look for weaknesses in every function that uses it.',
  serviceDefault:
    'Without a permission a layer can be used by its own account only (https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html).',
  fix: 'name the account in `Principal`, or add `OrganizationId`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  appliesTo: 'AWS::Lambda::LayerVersionPermission',
  check: (permission) => {
    const principal = permission.read('Principal');
    if (principal.isUnknown) return unknown(principal);
    if (!principal.is('*') || !permission.read('OrganizationId').isAbsent) return pass();
    return fail(principal, { wanted: 'an account, or OrganizationId' });
  },
});
