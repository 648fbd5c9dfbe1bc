import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'network-connector-default-group',
  severity: 'medium',
  title: 'the network connector takes the default security group of the VPC',
  why:
    'The default group lets out everything, and lets in whoever else is in it. ' +
    'Code that somebody brings into a function or a MicroVM sends what it reads to any address, and reaches every neighbour that was left in that group.',
  serviceDefault:
    'Without `SecurityGroupIds` the network interfaces fall back to the default security group of the VPC (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.VpcEgressConfiguration.html).',
  fix: 'name a group of its own in `SecurityGroupIds`, with egress rules for what is called',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'What the groups let out is the matter of `lambda-egress`.',
  appliesTo: 'AWS::Lambda::NetworkConnector',
  check: (connector) => {
    const groups = connector.read('Configuration.VpcEgressConfiguration.SecurityGroupIds');
    if (groups.isUnknown) return unknown(groups);
    return groups.items.length > 0 ? pass() : fail(groups, { wanted: 'a security group of its own' });
  },
});
