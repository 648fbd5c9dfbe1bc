import { defineRule } from '../define-rule';
import { demand, pass, unknown } from '../results';

const classes = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'] as const;

export default defineRule({
  id: 'cognito-password',
  severity: 'medium',
  title: 'the password policy of the user pool is weak',
  why: 'Short or simple passwords are guessed by programs that try the most common ones against every user. Each hit is an account with its data.',
  serviceDefault:
    'A user pool without a policy asks for eight characters of all four classes; a policy that is written asks only for what it says (https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html).',
  fix: 'set `MinimumLength` to 8 or more and `RequireLowercase`, `RequireUppercase`, `RequireNumbers` and `RequireSymbols` to true in `Policies.PasswordPolicy`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['Cognito.3'], cwe: ['CWE-521'] },
  notes:
    '`MinimumLength` that is absent is 8. Whether passwords of common lists are refused cannot be set in a template.',
  appliesTo: 'AWS::Cognito::UserPool',
  check: (pool) => {
    const policy = pool.read('Policies.PasswordPolicy');
    if (policy.isUnknown) return unknown(policy);
    if (policy.isAbsent) return pass();
    return [
      demand(policy.read('MinimumLength'), (length) => length.isAbsent || (length.number ?? 0) >= 8, 'at least 8'),
      ...classes.map((one) => demand(policy.read(one), (required) => required.isTrue, 'true')),
    ];
  },
});
