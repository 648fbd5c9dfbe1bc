import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { codeWith } from './reading/execution-role';
import { operatorRoleHolders, operatorRoleOf } from './reading/operator-role';

export default defineRule({
  id: 'lambda-operator-role-shared',
  severity: 'high',
  title: 'code of a function runs as the role that manages networks and instances for Lambda',
  why:
    'Whoever makes the function run code of theirs has the rights of the operator: to start instances, or to put network interfaces into the subnets and groups of the VPC. ' +
    'That is a way into networks which the function itself was never put into.',
  serviceDefault:
    'Lambda assumes the operator role without a source account or ARN, so that its trust policy cannot keep functions out (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.NetworkConnectorProps.html).',
  fix: 'give the capacity provider or network connector an operator role of its own',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-250', 'CWE-653'] },
  appliesTo: operatorRoleHolders,
  check: (holder, app) => {
    const role = operatorRoleOf(holder);
    if (role.isUnknown) return unknown(role);
    const [user] = role.target ? codeWith(role.target, app) : [];
    return user
      ? fail(role, { got: `the role of ${user.logicalId}`, wanted: 'a role that no function runs as' })
      : pass();
  },
});
