import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { morePermissions } from './reading/broader-role';
import { judgeTakeover } from './reading/function-takeover';

const isRole = (resource: Resource | undefined): resource is Resource => resource?.is('AWS::IAM::Role') ?? false;

export default defineRule({
  id: 'role-pivots-to-function',
  severity: 'high',
  title: 'a function may put code into another function that has more permissions',
  why:
    'Whoever gets hold of the first function uploads code into the second, or hangs a layer or `NODE_OPTIONS` on it, and waits for the next call. ' +
    'Their code then runs with the role of the second function: two roles that look small apart are one large one.',
  serviceDefault:
    'A role may change no function unless a policy says so (https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html).',
  fix: 'take `lambda:UpdateFunctionCode` and `lambda:UpdateFunctionConfiguration` out of the role; let a pipeline deploy functions',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-9'], cwe: ['CWE-269'] },
  notes: 'Names what is gained. `lambda-role-self-update` finds the action alone, whatever it leads to.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) =>
    judgeTakeover(role, app, (victim) => {
      const { target } = victim.read('Role');
      const more = isRole(target) ? morePermissions(target, role, app) : undefined;
      return more && `${more} as ${target!.logicalId}`;
    }),
});
