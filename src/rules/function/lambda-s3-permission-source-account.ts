import { defineRule } from '../define-rule';
import { demand, pass, unknown } from '../results';

export default defineRule({
  id: 'lambda-s3-permission-source-account',
  severity: 'medium',
  title: 'the permission for the bucket does not say whose bucket it is',
  why:
    'The ARN of a bucket holds no account: once the bucket is deleted, anybody can create one of that name in an account of their own and have S3 invoke the function. ' +
    'They then choose the events that the function trusts.',
  serviceDefault: 'Without `SourceAccount` the permission holds for a bucket of that name in every account.',
  fix: 'add `SourceAccount: !Ref AWS::AccountId`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-2', 'SAS-9'], fsbp: ['Lambda.1'], cwe: ['CWE-441'] },
  notes:
    'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html asks for both. ' +
    'A permission without either is the matter of `lambda-permission-confused-deputy`.',
  appliesTo: 'AWS::Lambda::Permission',
  check: (permission) => {
    const principal = permission.read('Principal');
    if (principal.isUnknown) return unknown(principal);
    if (!principal.text?.startsWith('s3.') || permission.read('SourceArn').isAbsent) return pass();
    const account = permission.read('SourceAccount');
    return account.isUnknown
      ? pass()
      : demand(account, (it) => !it.isAbsent && !it.is('*'), 'the account of the bucket');
  },
});
