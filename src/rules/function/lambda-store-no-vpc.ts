import { nameOf, placementOf } from '../../reachability';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { storesConnectedTo } from './reading/stores-connected-to';

export default defineRule({
  id: 'lambda-store-no-vpc',
  severity: 'medium',
  title: 'the function is outside of the VPC of the data store that it is told to connect to',
  why:
    'It cannot connect, and whoever has to make it work in a hurry makes the store public, or its group open to everybody, because no address of the function is known. ' +
    'Both stay, and expose the data to everybody.',
  serviceDefault:
    'A function runs in a VPC of the Lambda service, from which private addresses of yours are not reached, unless `VpcConfig` names subnets (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).',
  fix: 'set `VpcConfig` (`vpc`, `vpcSubnets`, `securityGroups`) to subnets of the VPC of the store',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  notes:
    'Told to connect is a function with the address of a store of the app in an environment variable, or with the right to log in to it. A store that is public by its own property is the matter of other rules.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const config = fn.read('VpcConfig');
    if (!config.isUnknown && placementOf(fn)) return pass();
    return storesConnectedTo(fn, app).map((store) => {
      const got = `nothing, although it is to connect to ${nameOf(store)}`;
      return config.isUnknown ? unknown(config) : fail(config, { got, wanted: 'the VPC of the store' });
    });
  },
});
