import { nameOf, placementOf, storeTypes } from '../../reachability';
import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

/** `${Store.Endpoint.Address}`, `${Store.RedisEndpointAddress}`: where one connects to, and not what the thing is called. */
const address = /\$\{[^}]*\.[^}]*(?:Endpoint|Address|Hostname|Bootstrap)[^}]*\}/i;

const stores = new Set(storeTypes);

/** Those that can have a public address, which is the matter of other rules. */
const maybePublic = new Set([
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Workgroup',
  'AWS::AmazonMQ::Broker',
]);

/** Stores that nothing reaches from outside of their VPC. */
function isOfVpcOnly(store: Resource): boolean {
  if (!stores.has(store.type) || !placementOf(store)) return false;
  return !maybePublic.has(store.type) || !store.read('PubliclyAccessible').isTrue;
}

function storeAt(variable: Value): Resource | undefined {
  return address.test(variable.text ?? '') ? variable.targets.find(isOfVpcOnly) : undefined;
}

export default defineRule({
  id: 'lambda-store-no-vpc',
  severity: 'medium',
  title: 'the function is outside of the VPC of the data store that it is told to connect to',
  why:
    'It cannot connect, and whoever has to make it work in a hurry makes the store public, or its group open to everybody, because no address of the function is known. ' +
    'Both stay, and expose the data to everybody.',
  serviceDefault:
    'A function runs in a VPC of the Lambda service, from which private addresses of yours are not reached, unless `VpcConfig` names subnets (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).',
  fix: 'set `VpcConfig` (`vpc`, `vpcSubnets`, `securityGroups`) to subnets of the VPC of the store',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes:
    'Told to connect is a function with the address of a store of the app in an environment variable. A store that is public by its own property is the matter of other rules.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const config = fn.read('VpcConfig');
    if (placementOf(fn)) return pass();
    return fn.read('Environment.Variables').entries.map(([, variable]) => {
      const store = storeAt(variable);
      if (!store) return pass();
      const got = `nothing, with the address of ${nameOf(store)} in its environment`;
      return config.isUnknown ? unknown(config) : fail(config, { got, wanted: 'the VPC of the store' });
    });
  },
});
