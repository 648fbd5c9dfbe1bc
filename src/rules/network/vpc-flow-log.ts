import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'vpc-flow-log',
  severity: 'medium',
  title: 'nobody can tell who talked to whom in the VPC',
  why: 'A scan from inside, or data that leaves for an unknown address, is seen in the flow log only. Without it an intruder moves unseen.',
  serviceDefault:
    'A VPC has no flow log unless one is made (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html).',
  fix: 'add an `AWS::EC2::FlowLog` with `ResourceType: VPC` for it',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['EC2.6'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::EC2::VPC',
  check: (vpc, app) => {
    const logs = app.attachedTo(vpc, 'AWS::EC2::FlowLog', 'ResourceId');
    if (logs.some((log) => log.read('ResourceType').is('VPC') || log.read('ResourceType').isUnknown)) return pass();
    const unsure = app.ofType('AWS::EC2::FlowLog').some((log) => log.read('ResourceId').isUnknown);
    return unsure
      ? unknown(vpc, 'a flow log of the app is for something that is not known')
      : fail(vpc, { got: 'no flow log', wanted: 'an AWS::EC2::FlowLog' });
  },
});
