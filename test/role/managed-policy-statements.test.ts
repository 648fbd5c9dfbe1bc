import { App, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { expandActions } from '../../src/facts/actions';
import { findManagedPolicy } from '../../src/facts/managed-policies';
import { exactPolicyOf, writtenOutPolicies } from '../../src/role/managed-policy-statements';

test.each(writtenOutPolicies)('%s allows nothing that the policy of AWS does not allow', (name) => {
  const exact = exactPolicyOf(ManagedPolicy.fromAwsManagedPolicyName(name), new Stack(new App(), 'Stack'));
  const published = findManagedPolicy(name)!
    .statements.flatMap(({ actions }) => actions)
    .flatMap((action) => [...expandActions(action)]);
  const assigned = ['ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'];
  const allowed = (exact as { readonly statements: readonly PolicyStatement[] }).statements
    .filter(({ effect }) => (effect as string) === 'Allow')
    .flatMap(({ actions }) => actions)
    .filter((action) => !assigned.includes(action));
  expect(published).toEqual(expect.arrayContaining(allowed));
});
