import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { servicePrincipal } from './reading/service-principal';

export default defineRule({
  id: 'lambda-permission-multi-principal',
  severity: 'low',
  strict: true,
  title: 'several services invoke the function',
  why:
    'The function has to tell events of different shapes apart, and has the permissions that all of these uses need. ' +
    'Who can send one kind of event tries to pass it off as another.',
  serviceDefault:
    'Without a permission no service may invoke a function (https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html).',
  fix: 'make a function for each kind of event',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-9'], cwe: ['CWE-653'] },
  notes: 'Several sources of the same service pass.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) => {
    const permissions = app.attachedTo(fn, 'AWS::Lambda::Permission', 'FunctionName');
    const services = new Set(permissions.flatMap((permission) => servicePrincipal(permission.read('Principal')) ?? []));
    return services.size > 1
      ? fail(fn, { got: `a function that ${[...services].join(' and ')} invoke`, wanted: 'one of them' })
      : pass();
  },
});
