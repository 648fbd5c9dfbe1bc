import type { Application, Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

const isSigned = (holder: Resource) => holder.read('AuthType').is('AWS_IAM');

/** The service networks that a service is part of. */
function networksOf(service: Resource, app: Application): readonly Value[] {
  return app
    .attachedTo(service, 'AWS::VpcLattice::ServiceNetworkServiceAssociation', 'ServiceIdentifier')
    .map((association) => association.read('ServiceNetworkIdentifier'));
}

export default defineRule({
  id: 'lattice-auth-none',
  severity: 'medium',
  title: 'whatever is in the service network may call the service',
  why:
    'Neither the service nor the network asks who is calling. ' +
    'Whoever gets into one of the VPCs of the network, of any account that it is shared with, calls the function behind the service as if they were one of its clients.',
  serviceDefault:
    '`AuthType` is `NONE` unless it is set, on services and on service networks (https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-access.html).',
  fix: 'set `AuthType: AWS_IAM` on the service or its network, with an `AWS::VpcLattice::AuthPolicy` that names the clients',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-306'] },
  notes: 'A service that is part of no network can be called by nobody, and passes.',
  appliesTo: 'AWS::VpcLattice::Service',
  check: (service, app) => {
    const type = service.read('AuthType');
    if (isSigned(service)) return pass();
    return networksOf(service, app).map((network) => {
      if (!network.target) return unknown(network, 'the service network is not part of the application');
      if (isSigned(network.target)) return pass();
      const unsure = [type, network.target.read('AuthType')].find((value) => value.isUnknown);
      return unsure ? unknown(unsure) : fail(type, { wanted: '"AWS_IAM"' });
    });
  },
});
