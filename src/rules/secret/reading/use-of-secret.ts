import { generatedRoleArns } from './generated-role-arn';
import { canInThisWorld } from '../../../iam';
import type { ContextValue, Verdict } from '../../../iam';
import { deployedArnOf } from '../../../iam/deployed-text';
import type { Resource } from '../../../template';

/** Something that takes a permission on a secret or on its key. */
export interface Use {
  readonly action: string;
  readonly on: Resource;
  readonly verdict: Verdict;
}

/** Code asks for a value directly, over TLS, and no service does for it. */
const byItself = {
  'aws:SecureTransport': 'true',
  'aws:ViaAWSService': 'false',
  'aws:CalledVia': [],
  'aws:CalledViaFirst': [],
  'aws:CalledViaLast': [],
};

/**
 * Whether a role gets through with actions on a secret, and with those that Secrets Manager takes on its key for it.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz
 */
export function usesOf(
  secret: Resource,
  role: Resource,
  actions: readonly string[],
  keyActions: readonly string[],
): readonly Use[] {
  const key = secret.read('KmsKeyId').target;
  const [fn] = role.template.application.attachedTo(role, 'AWS::Lambda::Function', 'Role');
  const context = {
    ...byItself,
    ...(fn && { 'lambda:SourceFunctionArn': deployedArnOf(fn) }),
    'kms:EncryptionContext:SecretARN': deployedArnOf(secret),
  };
  const onKey = key?.is('AWS::KMS::Key') ? keyActions.map((action) => ({ action, on: key })) : [];
  return [...actions.map((action) => ({ action, on: secret })), ...onKey].map(({ action, on }) => ({
    action,
    on,
    verdict: mayUse(role, action, on, context),
  }));
}

type Context = Readonly<Record<string, ContextValue>>;

/** A policy may name a role by what CloudFormation makes of its logical id. */
function mayUse(role: Resource, action: string, on: Resource, context: Context): Verdict {
  const verdict = mayUseThrough(role, action, on, context);
  if (verdict.decision !== 'denied') return verdict;
  const byName = generatedRoleArns(role).map((arn) =>
    mayUseThrough(role, action, on, { ...context, 'aws:PrincipalArn': arn }),
  );
  return byName.find(({ decision }) => decision === 'allowed') ?? verdict;
}

/** A policy may spell the service in either way, which outside of China is the same. */
function mayUseThrough(role: Resource, action: string, on: Resource, context: Context): Verdict {
  const [first, second] = ['amazonaws.com', '${AWS::URLSuffix}'].map((suffix) =>
    mayUseWith(role, action, on, { ...context, 'kms:ViaService': `secretsmanager.\${AWS::Region}.${suffix}` }),
  );
  return first.decision === 'unknown' || second.decision === 'allowed' ? second : first;
}

/** Denied only where no further condition key could help. */
function mayUseWith(role: Resource, action: string, on: Resource, context: Context): Verdict {
  const withOthers = canInThisWorld(role, action, on, { context, openContext: true });
  if (withOthers.decision !== 'unknown') return withOthers;
  const alone = canInThisWorld(role, action, on, { context });
  return alone.decision === 'unknown' ? alone : { ...alone, decision: 'allowed' };
}
