import { isEverybody } from '../../iam/everybody';
import { placedStatements } from '../../iam/placed-statements';
import { policiesIn } from '../../iam/policy-places';
import { all, some, truthOf } from '../../iam/truth';
import { isDenialOfEveryIdentity } from '../../iam/unconditional-denial';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';
import { failIf } from '../statements';

/** What changes the policy of a resource. */
const changesPolicy: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 's3:PutBucketPolicy',
  'AWS::SQS::QueuePolicy': 'sqs:SetQueueAttributes',
  'AWS::SQS::QueueInlinePolicy': 'sqs:SetQueueAttributes',
  'AWS::SNS::TopicPolicy': 'sns:SetTopicAttributes',
  'AWS::SNS::TopicInlinePolicy': 'sns:SetTopicAttributes',
  'AWS::SecretsManager::ResourcePolicy': 'secretsmanager:PutResourcePolicy',
  'AWS::KMS::Key': 'kms:PutKeyPolicy',
};

export default defineRule({
  id: 'policy-lockout',
  severity: 'medium',
  title: 'nobody can change the policy any more',
  why:
    'A denial for everybody also denies the administrators who would repair it, and a key policy that lets ' +
    'nobody administer the key leaves it, and what it encrypts, to AWS Support or the root user. The next deployment fails as well.',
  serviceDefault:
    'A denial beats every permission, the one of an administrator too; a key is administered by whom its policy names ' +
    '(https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam).',
  fix: 'give the denial its `Condition`; let a key policy allow `kms:*` to the account, as the default policy does',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html tells how the root user gets in again.',
  appliesTo: Object.keys(changesPolicy),
  check: (holder) => policiesIn(holder).flatMap(({ document }) => judge(holder, document)),
});

function judge(holder: Resource, document: ReturnType<typeof policiesIn>[number]['document']): readonly Result[] {
  const change = changesPolicy[holder.type];
  const { statements, because } = placedStatements(document);
  const denials = statements.filter(({ statement }) => isDenialOfEveryIdentity(statement));
  const denied = denials.map(({ statement, at }) =>
    failIf(all([isEverybody(statement.principal), statement.matchesAction(change)]), at, { wanted: 'a `Condition`' }),
  );
  if (!holder.is('AWS::KMS::Key') || statements.length === 0 || because !== undefined) return denied;
  const administered = some(
    statements.map(({ statement }) => all([truthOf(statement.effect !== 'Deny'), statement.matchesAction(change)])),
  );
  return administered === 'no' ? [...denied, fail(document, { wanted: `a statement that allows ${change}` })] : denied;
}
