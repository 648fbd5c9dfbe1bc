import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { storesEncryptedWith } from './reading/encrypted-stores';
import { pathOf } from './reading/path';
import { strangersWho } from './reading/strangers';
import type { Stranger } from './reading/strangers';

/** Whoever may do one and is among those who may do the other. */
function isAlso(one: Stranger, other: Stranger): boolean {
  return !one.isNamed || !other.isNamed || one.who === other.who;
}

export default defineRule({
  id: 'kms-cross-account-read',
  severity: 'medium',
  title: 'a whole other account may read the store and decrypt what is in it',
  why:
    'Any identity of the other account, or whoever takes one over, calls the store, which lets the account in; the key, which was to be the second lock, lets it in too, and the data is theirs. ' +
    'Who that is, and whether they still should, is decided over there.',
  serviceDefault:
    'Across accounts the policy of the store and that of the key both have to allow it; that of the key decides for data that is encrypted with it (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html).',
  fix: 'name the role of the other account in both policies, or add `StringEquals: { aws:PrincipalOrgID }` and `ArnEquals: { aws:PrincipalArn }`',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-3', 'SAS-4'], cwe: ['CWE-668', 'CWE-732'] },
  notes:
    'Found at the key, because that closes every store behind it. Buckets, queues, secrets, tables and streams with the key; an account that only one of the two lets in reads nothing, and passes. Roles that are named, organizations and sources pass.',
  appliesTo: 'AWS::KMS::Key',
  check: (key, app) => {
    const decrypting = strangersWho(['kms:Decrypt'], key, [key.read('KeyPolicy')]).filter(
      ({ who }) => !who.startsWith('anybody'),
    );
    if (decrypting.length === 0) return [];
    const stores = storesEncryptedWith(key, app);
    return decrypting.flatMap((one) => {
      for (const { resource, policies, reading } of stores) {
        const reader = strangersWho(reading, resource, policies).find((other) => isAlso(one, other));
        if (!reader) continue;
        if (one.truth === 'unknown' || reader.truth === 'unknown') return unknown(one.at, one.at.because);
        const got = pathOf(
          reader.isNamed ? reader.who : one.who,
          `${reader.action} on ${resource}`,
          `${one.action} with ${key}`,
        );
        return fail(one.at, { got, wanted: 'the roles that read' });
      }
      return [];
    });
  },
});
