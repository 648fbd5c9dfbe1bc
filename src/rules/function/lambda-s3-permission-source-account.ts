import type { Value } from '../../template';
import { isBucketOfOneAccount, isNameOfOneAccount } from '../bucket/reading/account-namespace';
import { defineRule } from '../define-rule';
import { demand, fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { judgeAllowed } from '../statements';

function judgePolicy(document: Value): readonly Result[] {
  return judgeAllowed(document, ({ statement: { principal, conditions }, at }) => {
    const keys = conditions.map(({ key }) => key.toLowerCase());
    const isS3 = principal?.named.some(({ type, term }) => type === 'Service' && /^s3\./.test(term.toString()));
    if (!isS3 || !keys.includes('aws:sourcearn') || keys.includes('aws:sourceaccount')) return pass();
    const arns = conditions.filter(({ key }) => key.toLowerCase() === 'aws:sourcearn').flatMap(({ values }) => values);
    if (arns.every((arn) => isNameOfOneAccount(arn.toString()))) return pass();
    return fail(at.read('Condition'), { wanted: '`aws:SourceAccount` with the account of the bucket' });
  });
}

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
    'A bucket in the namespace of one account (https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html) passes: no other account can have its name. ' +
    'A permission without either is the matter of `lambda-permission-confused-deputy`.',
  appliesTo: ['AWS::Lambda::Permission', 'AWS::Lambda::ResourcePolicy'],
  check: (permission) => {
    if (permission.is('AWS::Lambda::ResourcePolicy')) return judgePolicy(permission.read('PolicyDocument'));
    const principal = permission.read('Principal');
    if (principal.isUnknown && principal.couldBe('s3.amazonaws.com')) return unknown(principal);
    if (!principal.text?.startsWith('s3.') || permission.read('SourceArn').isAbsent) return pass();
    const account = permission.read('SourceAccount');
    return account.isUnknown || isBucketOfOneAccount(permission.read('SourceArn'))
      ? pass()
      : demand(account, (it) => !it.isAbsent && !it.is('*'), 'the account of the bucket');
  },
});
