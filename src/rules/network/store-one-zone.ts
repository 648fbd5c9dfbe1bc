import { placementOf } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'store-one-zone',
  severity: 'low',
  strict: true,
  title: 'the data store is reached in one availability zone only',
  why:
    'When that zone fails, every function that needs the store fails with it, and what was meant to be kept is out of reach. ' +
    'An attacker who overloads one zone has the app.',
  serviceDefault:
    'What names its subnets has one network interface in each of them, and none elsewhere (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.deployment.html).',
  fix: 'name subnets of two zones',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes: 'Strict, because what is lost is availability. Two subnets count as two zones.',
  appliesTo: ['AWS::ElastiCache::ServerlessCache', 'AWS::RDS::DBProxy', 'AWS::OpenSearchServerless::VpcEndpoint'],
  check: (store) => {
    const subnets = placementOf(store)?.subnets ?? [];
    const [first] = subnets;
    if (subnets.some(({ isUnknown }) => isUnknown)) return unknown(first);
    return subnets.length === 1 ? fail(first, { wanted: 'subnets of two zones' }) : pass();
  },
});
