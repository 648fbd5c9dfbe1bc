import { defineRule } from '../define-rule';
import { demand, fail, pass, unknown } from '../results';

export default defineRule({
  id: 'cognito-identity-classic-flow',
  severity: 'medium',
  title: 'users of the identity pool can get more than was meant for them',
  why: 'In the classic flow the caller picks the role and asks STS itself, without the limits that the enhanced flow puts on the session. Where no rule fits, a fallback to the default role gives everybody what members get.',
  serviceDefault:
    'The classic flow is off unless asked for; where no rule fits, the role mapping says what is given (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html).',
  fix: 'remove `AllowClassicFlow: true`, and set `AmbiguousRoleResolution: Deny`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2', 'SAS-4'], cwe: ['CWE-266'] },
  notes: 'The fallback is low: it is right where the default role is the narrowest.',
  appliesTo: ['AWS::Cognito::IdentityPool', 'AWS::Cognito::IdentityPoolRoleAttachment'],
  check: (resource) => {
    if (resource.is('AWS::Cognito::IdentityPool')) {
      return demand(resource.read('AllowClassicFlow'), (classic) => classic.isAbsent || classic.isFalse, 'false');
    }
    return resource.read('RoleMappings').entries.map(([, mapping]) => {
      const resolution = mapping.read('AmbiguousRoleResolution');
      if (resolution.isUnknown) return unknown(resolution);
      return resolution.is('AuthenticatedRole') ? fail(resolution, { wanted: '"Deny"', severity: 'low' }) : pass();
    });
  },
});
