import type { Application, Resource } from '../../../template';

/** A secret and its attachments to databases: schedules and policies may name either. */
export function withAttachments(secret: Resource, app: Application): readonly Resource[] {
  return [secret, ...app.attachedTo(secret, 'AWS::SecretsManager::SecretTargetAttachment', 'SecretId')];
}

/** The secret that a value names, itself or by its attachment. */
export function secretBehind(resource: Resource | undefined): Resource | undefined {
  const secret = resource?.is('AWS::SecretsManager::SecretTargetAttachment')
    ? resource.read('SecretId').target
    : resource;
  return secret?.is('AWS::SecretsManager::Secret') ? secret : undefined;
}
