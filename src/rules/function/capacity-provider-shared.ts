import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

const attachedBy = 'CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn';

export default defineRule({
  id: 'capacity-provider-shared',
  severity: 'medium',
  strict: true,
  title: 'functions with different roles run on the same instances',
  why:
    'On a capacity provider functions run in containers beside each other, and containers keep nobody in. ' +
    'Whoever takes over one function breaks out of its container, and works with the roles and data of all others on that instance.',
  serviceDefault:
    'All functions of a capacity provider have to trust each other; it is the provider that separates (https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-security.html).',
  fix: 'make a capacity provider for each group of functions that trust each other, or acknowledge it where these do',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-12'], cwe: ['CWE-653'] },
  notes:
    'Strict, because functions of one service mostly do trust each other. Functions with the same role count as one.',
  appliesTo: 'AWS::Lambda::CapacityProvider',
  check: (provider, app) => {
    const functions = app.attachedTo(provider, 'AWS::Lambda::Function', attachedBy);
    const roles = new Map(functions.map((fn) => [fn.read('Role').text ?? fn.logicalId, fn.logicalId]));
    if (roles.size < 2) return pass();
    return fail(provider, {
      got: `a capacity provider of ${[...roles.values()].slice(0, 3).join(', ')}, each with a role of its own`,
      wanted: 'functions that trust each other',
    });
  },
});
