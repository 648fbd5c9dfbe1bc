import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { namedBy, names } from '../enforced/references';

/** What the whole app adds to an API, wherever it stands: L1s and imported resources know no parent. */
export function membersOf(api: IConstruct, type: string, property = 'RestApiId'): CfnResource[] {
  const resource = api.node.defaultChild as CfnResource;
  return api.node.root.node
    .findAll()
    .filter(
      (found): found is CfnResource =>
        CfnResource.isCfnResource(found) &&
        found.cfnResourceType === type &&
        names(namedBy(found, property), found, resource),
    );
}
