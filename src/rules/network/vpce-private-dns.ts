import { defineRule } from '../define-rule';
import { demand, pass, unknown } from '../results';

/** Services with a gateway endpoint as well: their interface endpoints are for callers outside of the VPC. */
const withGateway = /\.(?:s3|dynamodb)$/;

export default defineRule({
  id: 'vpce-private-dns',
  severity: 'low',
  title: 'code in the VPC does not use the endpoint unless it asks for it by name',
  why:
    'SDKs call the public name of the service, which still leads to the internet: past the policy of the endpoint, through the NAT gateway, or nowhere. ' +
    'Whoever then opens a way to the internet, because the call fails, opens it for data that leaves too.',
  serviceDefault:
    'CloudFormation leaves private DNS off unless `PrivateDnsEnabled` is set (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html).',
  fix: 'set `PrivateDnsEnabled: true`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes: 'Interface endpoints of AWS services, without S3 and DynamoDB, whose gateway endpoints need no DNS.',
  appliesTo: 'AWS::EC2::VPCEndpoint',
  check: (endpoint) => {
    const type = endpoint.read('VpcEndpointType');
    const service = endpoint.read('ServiceName');
    if (type.isUnknown) return unknown(type);
    if (!type.is('Interface') || !/^(?:com|aws)\./.test(service.text ?? '') || /\.vpce\./.test(service.text ?? '')) {
      return pass();
    }
    if (withGateway.test(service.text ?? '')) return pass();
    return demand(endpoint.read('PrivateDnsEnabled'), (enabled) => enabled.isTrue, 'true');
  },
});
