import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { withAttachments } from './reading/attachments';
import { verdictOnStranger } from './reading/stranger';

export default defineRule({
  id: 'secret-deletable',
  severity: 'low',
  strict: true,
  title: 'whoever may delete secrets deletes the one that is rotated',
  why: 'The value that was made last is nowhere else. One call with `ForceDeleteWithoutRecovery`, by mistake or by somebody who wants money for giving it back, locks everybody out of what it opens.',
  serviceDefault:
    'The policies of an identity decide alone whether it deletes a secret, and whether it can be had back (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html).',
  fix: 'deny `secretsmanager:DeleteSecret` to the account in the policy of the secret, as `addRotationSchedule` of the L2 does; whoever means it removes the policy first',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-732'] },
  notes: 'Strict, because CloudFormation removes a policy before the secret. A secret that is not rotated passes.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret, app) => {
    const schedules = withAttachments(secret, app).flatMap((one) =>
      app.attachedTo(one, 'AWS::SecretsManager::RotationSchedule', 'SecretId'),
    );
    if (schedules.length === 0) return pass();
    const { decision, because } = verdictOnStranger('secretsmanager:DeleteSecret', secret, app);
    if (decision === 'unknown') return unknown(secret, because);
    return decision === 'allowed' ? fail(secret, { got: 'no denial', wanted: 'a denial of DeleteSecret' }) : pass();
  },
});
