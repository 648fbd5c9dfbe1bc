import { defineRule } from '../define-rule';
import { demand, fail, pass, unknown } from '../results';
import { echoedParameter } from '../secret/reading/parameters';
import { isFromPlainParameter } from '../secret/reading/plain-parameter';

export default defineRule({
  id: 'iam-user-password',
  severity: 'high',
  title: 'a console password is not taken from where secrets are kept, or need not be changed',
  why:
    'Whoever reads the template, the repository or the history of the stack can sign in. ' +
    'A first password that need not be changed stays known to whoever set it.',
  serviceDefault:
    'A user has no password unless `LoginProfile` gives one, and need not change it unless `PasswordResetRequired` says so (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iam-user-loginprofile.html).',
  fix: "take the password from Secrets Manager (`'{{resolve:secretsmanager:…}}'`) and set `PasswordResetRequired: true`; better, have no user",
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798'] },
  notes: 'The password itself is never printed. A parameter with `NoEcho` and without a default passes.',
  appliesTo: 'AWS::IAM::User',
  check: (user) => {
    const profile = user.read('LoginProfile');
    if (profile.isAbsent || profile.isUnknown) return profile.isAbsent ? pass() : unknown(profile);
    const password = profile.read('Password');
    const isSecret = /^\{\{resolve:(secretsmanager|ssm-secure):/.test(password.text ?? '');
    const isReadable = !isSecret && (password.isKnown || isFromPlainParameter(password));
    if (password.isAbsent) return fail(password, { got: 'none', wanted: 'one from Secrets Manager' });
    const isShown = echoedParameter(password) !== undefined;
    return [
      isReadable || isShown
        ? fail(password, { got: 'a password that can be read', wanted: 'one from Secrets Manager' })
        : pass(),
      demand(profile.read('PasswordResetRequired'), (reset) => reset.isTrue, 'true'),
    ];
  },
});
