import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

const trusted =
  /^(email|phone_number)_verified$|(^|[:_-])(is_?)?(admin|roles?|permissions?|privileges?|scopes?|groups?|tenant|org|organi[sz]ation|account|plan|tier|entitlements?|verified)(_?id|_?name)?$/i;

export default defineRule({
  id: 'cognito-writable-claims',
  severity: 'medium',
  title: 'users can change an attribute that looks like what they may do',
  why: 'With an access token of their own, users write every attribute that their client may write. Where an authorizer trusts a role or a tenant in the token, they choose it.',
  serviceDefault:
    'A client without `WriteAttributes` may write the standard attributes; one that names attributes may write these (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html).',
  fix: 'leave attributes that decide about access out of `WriteAttributes`, or make them immutable; groups are for what users may do',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-2'], cwe: ['CWE-915'] },
  notes:
    'A guess by the name: role, admin, permission, scope, group, tenant, organization, account, plan, tier and the like.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) =>
    client.read('WriteAttributes').items.map((attribute) => {
      if (attribute.isUnknown) return unknown(attribute);
      const name = (attribute.text ?? '').replace(/([a-z])([A-Z])/g, '$1_$2');
      return trusted.test(name) ? fail(attribute, { wanted: 'an attribute that decides about nothing' }) : pass();
    }),
});
