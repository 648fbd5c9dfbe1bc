import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

export default defineRule({
  id: 'subnet-zone',
  severity: 'low',
  strict: true,
  title: 'the subnet does not say in which availability zone it is',
  why:
    'AWS may put all subnets of the VPC into the same zone. When that zone fails, what was meant to survive it is down: functions, endpoints and databases alike. ' +
    'Whoever can overload one zone has the app.',
  serviceDefault:
    'AWS selects a zone for a subnet without one, and not necessarily another one for the next (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html).',
  fix: 'set `AvailabilityZone` (`!Select [0, !GetAZs ""]`), another one for each subnet of the same kind',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  appliesTo: 'AWS::EC2::Subnet',
  check: (subnet) => {
    const zone = subnet.read('AvailabilityZone');
    const isSaid = ['AvailabilityZone', 'AvailabilityZoneId', 'OutpostArn'].some((name) => !subnet.read(name).isAbsent);
    return isSaid ? pass() : fail(zone, { wanted: 'a zone' });
  },
});
