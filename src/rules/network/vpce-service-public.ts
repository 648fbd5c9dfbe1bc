import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'vpce-service-public',
  severity: 'high',
  title: 'every AWS account may connect to the endpoint service',
  why:
    'Anybody with an AWS account makes an endpoint for the service in a VPC of theirs, and is in the network of what stands behind it. ' +
    'What was built for neighbours, with plain HTTP or without a login perhaps, then answers strangers.',
  serviceDefault:
    'Nobody but the account itself may connect unless `AllowedPrincipals` says so (https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html).',
  fix: 'name the accounts or roles in `AllowedPrincipals`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-732'] },
  notes: 'Whether connections have to be accepted is the matter of `vpce-service-acceptance`.',
  appliesTo: 'AWS::EC2::VPCEndpointServicePermissions',
  check: (permissions) =>
    permissions
      .read('AllowedPrincipals')
      .items.map((principal) => demand(principal, (one) => !one.is('*'), 'an account or role')),
});
