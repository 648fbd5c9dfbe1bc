import { deployedArnOf, deployedText } from './deployed-text';
import { eventBusPolicy } from './event-bus-permission';
import { permissionPolicy } from './invoke-permission';
import type { NamedPolicy } from './policies';
import { heldPolicies } from './policy-attachments';
import { PolicyDocument } from './policy-document';
import { namedBy, readPolicy } from './role-policies';
import { onceForResource } from '../template/once';
import type { Resource } from '../template/resource';

/**
 * The policies of a resource of the application: its own, and those of the resources that are policies for it.
 */
export function resourcePolicies(resource: Resource): readonly NamedPolicy[] {
  return onceForResource(resource, readResourcePolicies);
}

function readResourcePolicies(resource: Resource): readonly NamedPolicy[] {
  const { application } = resource.template;
  const policies = heldPolicies(resource).map(({ holder, document }) =>
    namedBy(
      holder,
      (name) => (holder === resource ? `the policy of ${name}` : `the policy ${name}`),
      readPolicy(document),
    ),
  );
  if (resource.is('AWS::KMS::Key') && resource.read('KeyPolicy').isAbsent) policies.push(defaultKeyPolicy(resource));
  for (const permission of application.attachedTo(resource, 'AWS::Lambda::Permission', 'FunctionName')) {
    const document = permissionPolicy(permission, deployedArnOf(resource));
    policies.push(namedBy(permission, permissionName, document));
  }
  for (const permission of application.attachedTo(resource, 'AWS::Events::EventBusPolicy', 'EventBusName')) {
    const document = eventBusPolicy(permission, deployedArnOf(resource));
    policies.push(namedBy(permission, permissionName, document));
  }
  return policies;
}

function permissionName(permission: string): string {
  return `the permission ${permission}`;
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function defaultKeyPolicy(key: Resource): NamedPolicy {
  const account = deployedText('arn:${AWS::Partition}:iam::${AWS::AccountId}:root', key.template);
  const statement = { Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' };
  const document = PolicyDocument.of({ Version: '2012-10-17', Statement: statement });
  return namedBy(key, (name) => `the default policy of ${name}`, document);
}
