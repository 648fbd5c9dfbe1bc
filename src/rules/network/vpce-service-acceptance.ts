import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'vpce-service-acceptance',
  severity: 'medium',
  title: 'every account that is let in connects to the endpoint service without being asked',
  why: 'Whoever is among its allowed principals connects, from any VPC. Where these are wide, that is everybody.',
  serviceDefault:
    'Connections have to be accepted unless the service says otherwise (https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html).',
  fix: 'set `AcceptanceRequired: true`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  appliesTo: 'AWS::EC2::VPCEndpointService',
  check: (service) => demand(service.read('AcceptanceRequired'), (required) => !required.isFalse, 'true'),
});
