import type { Application, Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { withAttachments } from '../secret/reading/attachments';

/** The type that is the whole policy of another, and the property in which it names it. */
const policiesOf: Readonly<Record<string, readonly [type: string, property: string]>> = {
  'AWS::S3::Bucket': ['AWS::S3::BucketPolicy', 'Bucket'],
  'AWS::SQS::Queue': ['AWS::SQS::QueuePolicy', 'Queues'],
  'AWS::SNS::Topic': ['AWS::SNS::TopicPolicy', 'Topics'],
  'AWS::SecretsManager::Secret': ['AWS::SecretsManager::ResourcePolicy', 'SecretId'],
};

export default defineRule({
  id: 'policy-overwritten',
  severity: 'high',
  title: 'two resources write the one policy of the same resource',
  why:
    'The one that is deployed last replaces the other, and with it what it denied: plain HTTP, other accounts, whoever was not named. ' +
    'Which one that is changes from deployment to deployment, and nothing fails.',
  serviceDefault:
    'A bucket, queue, topic or secret has one policy, which each request to set it replaces as a whole ' +
    '(https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html, https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html).',
  fix: "put the statements into one policy (`addToResourcePolicy`); for the attachment of a secret set the feature flag '@aws-cdk/aws-secretsmanager:useAttachedSecretResourcePolicyForSecretTargetAttachments'",
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'The attachment of a secret to a database is the secret itself, and a policy for it one of the secret.',
  appliesTo: Object.keys(policiesOf),
  check: (resource, app) => {
    const [first, ...others] = inOrder(resource, app);
    return others.map((policy) =>
      fail(placeIn(policy, resource), {
        got: `a policy beside ${first.toString()}`,
        wanted: 'one policy for each resource',
      }),
    );
  },
});

/** Which of them counts as the first does not depend on the order in which they are read. */
function inOrder(resource: Resource, app: Application): readonly Resource[] {
  const [type, property] = policiesOf[resource.type];
  const names = resource.is('AWS::SecretsManager::Secret') ? withAttachments(resource, app) : [resource];
  const policies = new Set(names.flatMap((one) => app.attachedTo(one, type, property)));
  return [...policies].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function placeOf({ template, logicalId }: Resource): string {
  return `${template.path}\n${logicalId}`;
}

function placeIn(policy: Resource, resource: Resource): Value {
  const named = policy.read(policiesOf[resource.type][1]);
  return named.isList ? (named.items.find(({ target }) => target === resource) ?? named) : named;
}
