import { placedStatements } from '../../../iam/placed-statements';
import { placementOf, storeTypes } from '../../../reachability';
import type { Application, Resource, Value } from '../../../template';

const stores = new Set(storeTypes);

/** Those that can have a public address, and have none unless they say so. */
const publicIfTold = new Set(['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Workgroup', 'AWS::AmazonMQ::Broker']);

/** `${Store.Endpoint.Address}`, `${Store.RedisEndpointAddress}`: where one connects to, and not what the thing is called. */
const address = /\$\{[^}]*\.[^}]*(?:Endpoint|Address|Hostname|Bootstrap)[^}]*\}/i;

/**
 * Rights to log in to a store over its own protocol. Those of Kafka are for pollers of Lambda too.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
 */
const logsIn = /^(?:rds-db:connect|neptune-db:(?:connect|\w+ViaQuery|\*)|elasticache:connect|memorydb:connect)$/i;

/** The stores of the app that nothing outside of their VPC reaches, and that a function has the address of, or may log in to. */
export function storesConnectedTo(fn: Resource, app: Application): readonly Resource[] {
  const addresses = fn
    .read('Environment.Variables')
    .entries.flatMap(([, variable]) => (address.test(variable.text ?? '') ? variable.targets : []));
  const granted = grantsToLogIn(fn, app).flatMap(({ targets }) => targets);
  return [...new Set([...addresses, ...granted])].filter((store) => isOfVpcOnly(store, app));
}

function grantsToLogIn(fn: Resource, app: Application): readonly Value[] {
  const role = fn.read('Role').target;
  if (!role?.is('AWS::IAM::Role')) return [];
  return app
    .policiesOf(role)
    .flatMap(({ document }) => (document ? placedStatements(document).statements : []))
    .filter(({ statement, at }) => {
      return statement.effect === 'Allow' && at.read('Action').items.some(({ text }) => logsIn.test(text ?? ''));
    })
    .map(({ at }) => at.read('Resource'));
}

/** A store with a public address is the matter of other rules. */
function isOfVpcOnly(store: Resource, app: Application): boolean {
  if (!stores.has(store.type) || !placementOf(store)) return false;
  if (publicIfTold.has(store.type)) return !store.read('PubliclyAccessible').isTrue;
  return instancesOf(store, app).every((instance) => instance.read('PubliclyAccessible').isFalse);
}

/**
 * The instances that have the addresses of a database. One that does not say whether it is public is, where its VPC has
 * an internet gateway.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html#cfn-rds-dbinstance-publiclyaccessible
 */
function instancesOf(store: Resource, app: Application): readonly Resource[] {
  if (store.is('AWS::RDS::DBInstance')) return [store];
  return store.is('AWS::RDS::DBCluster') ? app.attachedTo(store, 'AWS::RDS::DBInstance', 'DBClusterIdentifier') : [];
}
