import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Refusals } from '../refusals/refusals';

/** What writing an object takes; ACLs, legal holds and retention are not part of it. */
const writeActions = ['s3:PutObject', 's3:AbortMultipartUpload'];

/**
 * The grants of the L2, where writing does not mean deleting and nothing is public.
 *
 * Both `bucket.grantWrite` and `bucket.grants.write` arrive here. The L2's class has a private constructor: its object
 * is the prototype of this one.
 */
export function bucketGrants(bucket: s3.IBucket, grants: s3.BucketGrants): s3.BucketGrants {
  const own: Pick<s3.BucketGrants, 'write' | 'readWrite' | 'put' | 'publicAccess' | 'putAcl'> = {
    write: (identity: iam.IGrantable, keys?: unknown, actions: string[] = []) =>
      grants.write(identity, keys, actions.length > 0 ? actions : writeActions),
    readWrite: (identity: iam.IGrantable, keys?: unknown) => {
      const grant = grants.read(identity, keys).combine(own.write(identity, keys));
      return isDeployment(identity)
        ? grant.combine(grants.actionsOnObjectKeys(identity, keys as string | undefined, 's3:DeleteObject'))
        : grant;
    },
    put: (identity: iam.IGrantable, keys?: unknown) => own.write(identity, keys),
    publicAccess: () => {
      const refusals = Refusals.of(bucket);
      refusals.add(
        "'grantPublicAccess' makes objects public",
        'serve them through CloudFront with an origin access control, or hand out presigned URLs',
      );
      refusals.throwIfAny();
      return undefined as never;
    },
    putAcl: () => {
      const refusals = Refusals.of(bucket);
      refusals.add("'grantPutAcl' has no effect where ACLs are off", "use 'grantWrite', or 'addToResourcePolicy'");
      refusals.throwIfAny();
      return undefined as never;
    },
  };
  return Object.assign(Object.create(grants) as s3.BucketGrants, own);
}

/** CDK's helper function for `BucketDeployment`, which deletes what is no longer deployed (`prune`). */
function isDeployment({ grantPrincipal }: iam.IGrantable): boolean {
  return Construct.isConstruct(grantPrincipal) && /(^|\/)Custom::CDKBucketDeployment/.test(grantPrincipal.node.path);
}
