import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { ingressRules, ingressTypes, isWorld, portsOf, rangesOf } from './reading/traffic';
import type { TrafficRule } from './reading/traffic';

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19 */
const adminPorts = [
  20, 21, 22, 23, 25, 110, 135, 139, 143, 445, 1433, 1434, 1521, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 6379,
  8088, 8888, 9200, 9300, 11211, 27017,
];

function reachesAdminPort(rule: TrafficRule): boolean {
  const ports = portsOf(rule);
  return ports !== undefined && adminPorts.some((port) => ports.from <= port && port <= ports.to);
}

export default defineRule({
  id: 'sg-ingress-admin',
  severity: 'high',
  title: 'everybody on the internet may connect to a port for administrators or databases',
  why: 'Passwords for remote shells, desktops and databases are tried around the clock. One that fits, or one weakness that is not mended, is the whole machine.',
  serviceDefault:
    'A security group lets nothing in unless a rule does (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'remove the rule; use Session Manager for a shell, and the security group of whoever needs the database',
  references: {
    owaspServerless: ['S6'],
    csaServerless: ['SAS-3'],
    fsbp: ['EC2.19'],
    securityHub: ['EC2.13', 'EC2.14'],
    cwe: ['CWE-284'],
  },
  appliesTo: ingressTypes,
  check: (resource) =>
    ingressRules(resource).flatMap((rule) => {
      const ranges = rangesOf(rule).filter((range) => range.isUnknown || isWorld(range));
      return ranges.map((range) => {
        if (!reachesAdminPort(rule)) return pass();
        return range.isUnknown ? unknown(range) : fail(range, { wanted: 'who administrates' });
      });
    }),
});
