import { defineRule } from '../define-rule';
import { demand, unknown } from '../results';

const hours: Readonly<Record<string, number>> = { seconds: 1 / 3600, minutes: 1 / 60, hours: 1, days: 24 };
const tokens = [
  { name: 'AccessToken', unit: 'hours', most: 1, wanted: 'an hour' },
  { name: 'IdToken', unit: 'hours', most: 1, wanted: 'an hour' },
  { name: 'RefreshToken', unit: 'days', most: 30 * 24, wanted: '30 days' },
] as const;

export default defineRule({
  id: 'cognito-client-tokens',
  severity: 'low',
  title: 'tokens that were stolen work for long',
  why: 'Authorizers accept an access or ID token until it ends, whatever happened since. A refresh token makes new ones until it ends or is revoked.',
  serviceDefault:
    'Access and ID tokens hold for an hour, refresh tokens for 30 days, and these can be revoked, unless the client says otherwise (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html).',
  fix: 'keep `AccessTokenValidity` and `IdTokenValidity` to an hour, `RefreshTokenValidity` to 30 days, and remove `EnableTokenRevocation: false`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-613'] },
  notes: 'What is longer than the defaults of Cognito is found.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) => [
    demand(client.read('EnableTokenRevocation'), (revocable) => !revocable.isFalse, 'true'),
    ...tokens.map(({ name, unit, most, wanted }) => {
      const validity = client.read(`${name}Validity`);
      const units = client.read(`TokenValidityUnits.${name}`);
      if (units.isUnknown && !validity.isAbsent) return unknown(units);
      const length = hours[String(units.scalar ?? unit)] ?? 1;
      return demand(validity, (value) => (value.number ?? 0) * length <= most, `at most ${wanted}`);
    }),
  ],
});
