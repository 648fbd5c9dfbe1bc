import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

const kinds = ['VPC', 'Subnet', 'NetworkInterface'];

/** Whether other logs of the same thing record what this one leaves out. */
function isCompleted(log: Resource, app: Application): boolean {
  const { target } = log.read('ResourceId');
  const others = target ? app.attachedTo(target, 'AWS::EC2::FlowLog', 'ResourceId') : [];
  const recorded = others.map((other) => other.read('TrafficType'));
  const has = (type: string) => recorded.some((one) => one.is(type));
  return has('ALL') || (has('ACCEPT') && has('REJECT'));
}

export default defineRule({
  id: 'vpc-flow-log-partial',
  severity: 'low',
  strict: true,
  title: 'the flow log leaves out a part of the traffic',
  why:
    'Data leaves by connections that were accepted, and a scan from inside shows in those that were turned away. ' +
    'Whoever looks for an intruder afterwards finds one half of the trace only.',
  serviceDefault:
    'A flow log records what its `TrafficType` names, which has to be given for a VPC, a subnet or an interface (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html).',
  fix: 'set `TrafficType: ALL`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'Strict, because `REJECT` alone is what Security Hub asks for (EC2.6), and each GB is paid for.',
  appliesTo: 'AWS::EC2::FlowLog',
  check: (log, app) =>
    log.read('ResourceType').is(...kinds)
      ? demand(log.read('TrafficType'), (type) => type.is('ALL') || isCompleted(log, app), '"ALL"')
      : pass(),
});
