import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Whether an id that a resource was given is the API's. */
export function belongsTo(api: IConstruct, restApiId: unknown): boolean {
  if (restApiId === undefined || restApiId === null) return false;
  const token = Tokenization.reverse(restApiId);
  return Reference.isReference(token) && token.target === api.node.defaultChild;
}

/** What the whole app adds to an API, wherever it stands: L1s and imported resources know no parent. */
export function membersOf(api: IConstruct, type: string, property = 'restApiId'): CfnResource[] {
  return api.node.root.node
    .findAll()
    .filter(
      (found): found is CfnResource =>
        CfnResource.isCfnResource(found) &&
        found.cfnResourceType === type &&
        belongsTo(api, (found as unknown as Record<string, unknown>)[property]),
    );
}
