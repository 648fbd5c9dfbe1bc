import { App, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunction } from '../../src/function/secure-function';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import { NetworkEndpoints } from '../../src/network/network-endpoints';
import { nagPacks } from '../judges/packs';

/** `<rule> <construct path>` for each open finding of all packs. */
function findingsOf(app: App): string[] {
  app.synth();
  return nagPacks.flatMap((Pack) =>
    new Pack(app)
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
      ),
  );
}

test.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('cdk-nag, %s, has no open finding about a network and a function in it', (_, context) => {
  const app = new App({ context });
  const stack = new Stack(app, 'Stack');
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const fn = new SecureFunction(stack, 'Fn', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    network,
  });
  dynamodb.TableV2.fromTableName(stack, 'Table', 'books').grantReadData(fn);
  const topic = 'arn:aws:sns:eu-west-1:111122223333:books';
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: [topic] }));
  expect(findingsOf(app)).toEqual([]);
});
