import type { Verdict } from '../../../iam';
import { deployedArnOf } from '../../../iam/deployed-text';
import type { Resource } from '../../../template';
import { mayUseThrough } from '../../delivery/reading/use-through-service';

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
    verdict: mayUseThrough('secretsmanager', role, action, on, context),
  }));
}
