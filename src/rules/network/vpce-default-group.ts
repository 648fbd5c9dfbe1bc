import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'vpce-default-group',
  severity: 'low',
  title: 'the endpoint takes the default security group of the VPC',
  why:
    'Everything that was left in the default group may call the service through the endpoint, and nothing else may: who needs it is put into that group, and then reaches all the others in it. ' +
    'Whoever takes over one of them reaches the rest.',
  serviceDefault:
    'Without `SecurityGroupIds` an interface endpoint takes the default group of the VPC (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html).',
  fix: 'name a group of its own in `SecurityGroupIds` that lets in port 443 from the groups that call',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  appliesTo: 'AWS::EC2::VPCEndpoint',
  check: (endpoint) => {
    const [type, groups] = [endpoint.read('VpcEndpointType'), endpoint.read('SecurityGroupIds')];
    if (!type.is('Interface')) return pass();
    if (groups.isUnknown) return unknown(groups);
    if (groups.items.length > 0) return pass();
    return fail(groups, { wanted: 'a group of its own' });
  },
});
