import { isEverybody } from '../../iam/everybody';
import { placedStatements } from '../../iam/placed-statements';
import type { PlacedStatement } from '../../iam/placed-statements';
import { policiesIn } from '../../iam/policy-places';
import { all, not, some, truthOf } from '../../iam/truth';
import type { Truth } from '../../iam/truth';
import { isUnconditionalDenial } from '../../iam/unconditional-denial';
import { defineRule } from '../define-rule';
import type { Result } from '../results';
import { failIf } from '../statements';

/** What a resource is of no use without, for whoever it belongs to; and what would be `policy-lockout`. */
const uses: Readonly<Record<string, { readonly actions: readonly string[]; readonly repair?: string }>> = {
  'AWS::ApiGateway::RestApi': { actions: ['execute-api:Invoke'] },
  'AWS::S3::BucketPolicy': { actions: ['s3:PutObject', 's3:GetObject'], repair: 's3:PutBucketPolicy' },
  'AWS::SQS::QueuePolicy': { actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'], repair: 'sqs:SetQueueAttributes' },
  'AWS::SNS::TopicPolicy': { actions: ['sns:Publish'], repair: 'sns:SetTopicAttributes' },
  'AWS::SecretsManager::ResourcePolicy': {
    actions: ['secretsmanager:GetSecretValue'],
    repair: 'secretsmanager:PutResourcePolicy',
  },
  'AWS::KMS::Key': { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], repair: 'kms:PutKeyPolicy' },
};

export default defineRule({
  id: 'policy-use-denied',
  severity: 'low',
  title: 'the policy denies everybody what the resource is there for',
  why:
    'A denial that has lost its condition refuses every request, of the owner and of AWS services too: what should be stored or ' +
    'sent is lost, and the denial is then removed in a hurry together with what it was meant to keep out.',
  serviceDefault:
    'An explicit denial beats every permission (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html).',
  fix: 'give the denial the `Condition` that it was meant to have, or name those whom it is about as `Principal`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Of a bucket only denials for all objects are told of: a prefix may well be closed. A denial of everything is `policy-lockout`.',
  appliesTo: Object.keys(uses),
  check: (holder) =>
    policiesIn(holder).flatMap(({ document }) =>
      placedStatements(document)
        .statements.filter(({ statement }) => isUnconditionalDenial(statement))
        .flatMap((denial) => judge(denial, uses[holder.type])),
    ),
});

function judge({ statement, at }: PlacedStatement, { actions, repair }: (typeof uses)[string]): readonly Result[] {
  const isAboutAll = all([isEverybody(statement.principal), isOnAllOfIt(statement.resources?.map(String))]);
  if (isAboutAll === 'no') return [];
  const denied = some(actions.map((action) => statement.matchesAction(action)));
  const isLockout = repair === undefined ? 'no' : statement.matchesAction(repair);
  return [failIf(all([isAboutAll, denied, not(isLockout)]), at, { wanted: 'a `Condition`' })];
}

/** Not of some objects of a bucket only. */
function isOnAllOfIt(resources: readonly string[] = []): Truth {
  return truthOf(resources.some((resource) => /^([^/]*|[^/]*\/\*)$/.test(resource)));
}
