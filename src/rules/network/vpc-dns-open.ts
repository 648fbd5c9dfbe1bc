import { chain, mayQueryAnyName } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isClosedAroundFunctions, isTagged } from './reading/isolated-networks';

export default defineRule({
  id: 'vpc-dns-open',
  severity: 'medium',
  strict: true,
  title: 'functions without a way to the internet send data out in name queries',
  why:
    'Code of an intruder asks for names of a domain of theirs, with what it found as the first part of each. ' +
    'Route tables and security groups, which are closed here, do not see these queries.',
  serviceDefault:
    'The resolver of a VPC answers for every name unless a DNS firewall blocks it (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html).',
  fix: 'associate an `AWS::Route53Resolver::FirewallRuleGroup` with the VPC that allows the domains of its endpoints and blocks `*` after them, or use `IsolatedNetwork`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes:
    'Strict, because the firewall is paid for by query. About VPCs in which functions run and from which no packet gets to the internet; where one does, a name query is the lesser way.',
  appliesTo: 'AWS::EC2::VPC',
  check: (vpc, app) => {
    if (isTagged(vpc) || !isClosedAroundFunctions(vpc, app)) return pass();
    const { holds, at = vpc, path } = mayQueryAnyName(vpc, app);
    if (holds === 'no') return pass();
    return holds === 'yes' ? fail(at, { got: chain(path), wanted: 'a block of `*`' }) : unknown(at, chain(path));
  },
});
