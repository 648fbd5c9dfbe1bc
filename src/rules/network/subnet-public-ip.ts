import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'subnet-public-ip',
  severity: 'medium',
  title: 'what starts in the subnet gets a public address',
  why: 'Every instance there is reachable from the internet as far as its security group lets it. Nobody decides it for each.',
  serviceDefault:
    'A subnet gives no public addresses unless asked for (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html).',
  fix: 'remove `MapPublicIpOnLaunch: true`; give an address to what needs one',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], fsbp: ['EC2.15'], cwe: ['CWE-668'] },
  appliesTo: 'AWS::EC2::Subnet',
  check: (subnet) => demand(subnet.read('MapPublicIpOnLaunch'), (map) => map.isAbsent || map.isFalse, 'false'),
});
