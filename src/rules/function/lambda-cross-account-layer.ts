import { layerPublishers } from '../../facts/layer-publishers';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { arnPieces } from './reading/arn-pieces';

export default defineRule({
  id: 'lambda-cross-account-layer',
  severity: 'medium',
  title: 'the function runs code of a layer from another account',
  why:
    'The owner of that account decides what the layer holds and may delete it; its code sees every event and has the role of the function. ' +
    'Nobody reviews it with the code of the function.',
  serviceDefault:
    'Without `Layers` a function runs its own code only (https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html).',
  fix: 'publish the layer in your own account and refer to it, or write the account as `${AWS::AccountId}` where it is your own',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-6'], cwe: ['CWE-829'] },
  notes: 'Accounts from which AWS publishes layers (Insights, Parameters and Secrets, OpenTelemetry, Powertools) pass.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) =>
    fn.read('Layers').items.map((layer) => {
      if (layer.target?.is('AWS::Lambda::LayerVersion')) return pass();
      const account = arnPieces(layer.text ?? '')[4];
      if (account === undefined && layer.isUnknown) return unknown(layer);
      return !/^\d{12}$/.test(account ?? '') || layerPublishers.has(account)
        ? pass()
        : fail(layer, { wanted: 'a layer of this account' });
    }),
});
