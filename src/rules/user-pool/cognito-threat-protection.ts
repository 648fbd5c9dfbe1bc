import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-threat-protection',
  severity: 'medium',
  title: 'the user pool does not act on stolen passwords and strange sign-ins',
  why: 'Passwords from leaks are tried against every user, from many addresses. Without threat protection Cognito lets each of them in that fits.',
  serviceDefault:
    'Threat protection is off unless asked for; it needs the Plus plan (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html).',
  fix: 'set `UserPoolAddOns.AdvancedSecurityMode: ENFORCED` and `UserPoolTier: PLUS`; where users sign in through triggers of your own, also `AdvancedSecurityAdditionalFlows.CustomAuthMode: ENFORCED`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['Cognito.1', 'Cognito.4'], cwe: ['CWE-287'] },
  notes: '`AUDIT` only counts. Custom authentication is looked at where the pool has a trigger for it.',
  appliesTo: 'AWS::Cognito::UserPool',
  check: (pool) => {
    const addOns = pool.read('UserPoolAddOns');
    const isEnforced = (mode: Value) => mode.is('ENFORCED');
    const standard = demand(addOns.read('AdvancedSecurityMode'), isEnforced, '"ENFORCED"');
    if (standard.outcome !== 'pass' || pool.read('LambdaConfig.DefineAuthChallenge').isAbsent) return standard;
    return demand(addOns.read('AdvancedSecurityAdditionalFlows.CustomAuthMode'), isEnforced, '"ENFORCED"');
  },
});
