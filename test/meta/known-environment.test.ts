import { App, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ServerlessSecurityChecks } from '../../src';
import { named, openFindings } from '../judges/validation-report';
import { apis } from '../mutation/constructs/apis';
import { functions } from '../mutation/constructs/functions';
import { dualStack, network } from '../mutation/constructs/network';
import { secrets } from '../mutation/constructs/secrets';
import { storage } from '../mutation/constructs/storage';

const constructs = { ...functions, ...apis, ...storage, ...secrets, ...network, ...dualStack };

/** With the feature flags, of which one has the CDK write out the partition where the region is known. */
function findings(make: (stack: Stack) => void, env?: StackProps['env']): string[] {
  const app = new App({ context: { ...flags, 'aws:cdk:bundling-stacks': [] } });
  make(new Stack(app, 'Stack', { env }));
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app, { strict: true }));
  return named(openFindings(app)).sort();
}

test.each(Object.entries(constructs))(
  '%s: the gate says the same where account and region are known, in every partition, because nothing else is deployed',
  (name, make) => {
    jest.spyOn(console, 'error').mockImplementation();
    const unknown = findings(make);
    // A network asks for prefix lists that it does not know in the others.
    const regions = name.startsWith('IsolatedNetwork') ? ['eu-west-1'] : ['eu-west-1', 'cn-north-1', 'us-gov-west-1'];
    for (const region of regions) {
      const known = findings(make, { account: '111122223333', region });
      expect({ region, known }).toEqual({ region, known: unknown });
    }
  },
);
