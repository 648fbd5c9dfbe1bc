import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, holds, may, runsAs } from './play';
import rule from '../../../src/rules/attack-path/role-reads-other-environment';

const status = aFunction('Status', 'Role');
const variables = 'Environment: { Variables: { DATABASE: orders.cluster.local } }';
const others = resources(aFunction('Orders', 'OrdersRole', variables), aRole('OrdersRole', []));
const encrypted = resources(
  aFunction('Orders', 'OrdersRole', variables, 'KmsKeyArn: !GetAtt Key.Arn'),
  aRole('OrdersRole', []),
  aResource(
    'Key',
    'AWS::KMS::Key',
    "KeyPolicy: { Statement: { Effect: Allow, Action: 'kms:*', Resource: '*', Principal: { AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }",
  ),
);
const reads = [runsAs('Status', 'Role'), may('Role', 'lambda:GetFunctionConfiguration', 'Orders')];
const hasVariables = holds(
  'the function has variables',
  ['Orders'],
  (_, find) => !find('Orders').read('Environment.Variables').isAbsent,
);

export default attackExamples(rule, {
  attack: [...reads, hasVariables],
  fails: [
    {
      name: 'it may read the configuration of every function',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(status, aRole('Role', [allow('lambda:GetFunctionConfiguration', "'*'")]), others),
    },
    {
      name: 'the other function has a key of its own, which it may use',
      attack: [...reads, hasVariables, may('Role', 'kms:Decrypt', 'Key')],
      template: resources(
        status,
        aRole('Role', [allow("'lambda:Get*'", '!GetAtt Orders.Arn'), allow('kms:Decrypt', '!GetAtt Key.Arn')]),
        encrypted,
      ),
    },
  ],
  passes: [
    {
      name: 'the other function has a key that it may not use',
      attack: [...reads, may('Role', 'kms:Decrypt', 'Key')],
      template: resources(
        status,
        aRole('Role', [allow('lambda:GetFunctionConfiguration', '!GetAtt Orders.Arn')]),
        encrypted,
      ),
    },
    {
      name: 'the other function has no variables',
      template: resources(
        status,
        aRole('Role', [allow('lambda:GetFunctionConfiguration', "'*'")]),
        aFunction('Orders', 'OrdersRole'),
        aRole('OrdersRole', []),
      ),
    },
    {
      name: 'it may invoke the other function',
      template: resources(status, aRole('Role', [allow('lambda:InvokeFunction', '!GetAtt Orders.Arn')]), others),
    },
  ],
});
