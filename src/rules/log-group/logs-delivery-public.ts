import { defineRule } from '../define-rule';
import { failForStrangers, judgeAllowed } from '../statements';

export default defineRule({
  id: 'logs-delivery-public',
  severity: 'high',
  title: 'everybody may write to the logs, or send to the destination',
  why: 'Anybody with any AWS account can send events: cover what happened with noise, plant entries that somebody will believe, and run up the bill.',
  serviceDefault:
    'Nobody outside of the account has access without a policy (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html).',
  fix: 'name the service or the accounts in `Principal`, with `aws:SourceAccount` for a service',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-5'], cwe: ['CWE-732'] },
  appliesTo: ['AWS::Logs::ResourcePolicy', 'AWS::Logs::Destination'],
  check: (holder) => {
    const document = holder.read(holder.is('AWS::Logs::Destination') ? 'DestinationPolicy' : 'PolicyDocument');
    return judgeAllowed(document, (placed) => failForStrangers(placed, 'a named principal'));
  },
});
