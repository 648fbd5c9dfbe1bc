import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-mfa',
  severity: 'medium',
  title: 'a password alone signs users in',
  why: 'Whoever has the password of a user, from a leak elsewhere or from phishing, signs in as that user. A second factor stops that.',
  serviceDefault:
    'A user pool without `MfaConfiguration` has MFA off (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html).',
  fix: 'set `MfaConfiguration: ON` (or `OPTIONAL`) and `EnabledMfas: [SOFTWARE_TOKEN_MFA]` (`mfa`, `mfaSecondFactor`)',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['Cognito.5'], cwe: ['CWE-308'] },
  notes:
    '`OPTIONAL` passes: users may be asked one by one, and threat protection asks only those at risk, which works with `OPTIONAL` alone. Other tools demand `ON`. ' +
    'In YAML `ON` without quotes is `true`, which Cognito refuses: nothing is deployed without MFA, and it passes.',
  appliesTo: 'AWS::Cognito::UserPool',
  check: (pool) =>
    demand(pool.read('MfaConfiguration'), (mfa) => mfa.is('ON', 'OPTIONAL') || mfa.isTrue, '"ON" or "OPTIONAL"'),
});
