import { canInThisWorld } from '../../../iam';
import type { ContextValue, Verdict } from '../../../iam';
import type { Resource } from '../../../template';
import { generatedRoleArns } from '../../secret/reading/generated-role-arn';

type Context = Readonly<Record<string, ContextValue>>;

/**
 * Whether a role gets through with an action on a resource, or on the key that a service uses for it: denied only where no
 * further condition key could help.
 *
 * @param service as `kms:ViaService` says it: `s3`
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function mayUseThrough(
  service: string,
  role: Resource,
  action: string,
  on: Resource,
  context: Context = {},
): Verdict {
  const verdict = underEitherSpelling(service, role, action, on, context);
  if (verdict.decision !== 'denied') return verdict;
  // A policy may name a role by what CloudFormation makes of its logical id.
  const byName = generatedRoleArns(role).map((arn) =>
    underEitherSpelling(service, role, action, on, { ...context, 'aws:PrincipalArn': arn }),
  );
  return byName.find(({ decision }) => decision === 'allowed') ?? verdict;
}

/** A policy may spell the service in either way, which outside of China is the same. */
function underEitherSpelling(service: string, role: Resource, action: string, on: Resource, context: Context): Verdict {
  const under = (suffix: string) =>
    mayUseWith(role, action, on, { ...context, 'kms:ViaService': `${service}.\${AWS::Region}.${suffix}` });
  const first = under('amazonaws.com');
  if (first.decision === 'allowed') return first;
  const second = under('${AWS::URLSuffix}');
  return first.decision === 'unknown' || second.decision === 'allowed' ? second : first;
}

function mayUseWith(role: Resource, action: string, on: Resource, context: Context): Verdict {
  const withOthers = canInThisWorld(role, action, on, { context, openContext: true });
  if (withOthers.decision !== 'unknown') return withOthers;
  const alone = canInThisWorld(role, action, on, { context });
  return alone.decision === 'unknown' ? alone : { ...alone, decision: 'allowed' };
}

/** Whether a verdict is unknown only because of where the app is deployed: who writes out a Region or an account means the one that it is for. */
export function isWrittenOut(verdict: Verdict): boolean {
  const statement = verdict.statement?.statement;
  if (!statement) return false;
  const { actions, resources = [], conditions } = statement;
  const terms = [...actions, ...resources, ...conditions.flatMap(({ values }) => values)];
  return statement.present === 'yes' && terms.every(({ because }) => because === undefined);
}
