import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { aFunction, allow, aResource, aRole, resources } from './pieces';
import { attackExamples, holds, may, runsAs } from './play';
import { SecureFunction } from '../../../src/function/secure-function';
import { SecureKey } from '../../../src/key/secure-key';
import rule from '../../../src/rules/attack-path/role-reads-other-environment';

const statusPiece = aFunction('Status', 'Role');
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

const called = { Role: 'StatusServiceRole' };

export default attackExamples(rule, {
  attack: [...reads, hasVariables],
  fails: [
    {
      name: 'a status page reads the configuration of every function',
      called,
      at: ['StatusServiceRoleDefaultPolicy/Properties/PolicyDocument/Statement/0/Action'],
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        new lambda.Function(stack, 'Orders', { ...props, environment: { DATABASE: 'orders.cluster.local' } });
        const status = new lambda.Function(stack, 'Status', props);
        status.addToRolePolicy(
          new iam.PolicyStatement({ actions: ['lambda:GetFunctionConfiguration'], resources: ['*'] }),
        );
      },
    },
    {
      name: 'it may read the configuration of every function',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: resources(statusPiece, aRole('Role', [allow('lambda:GetFunctionConfiguration', "'*'")]), others),
    },
    {
      name: 'the other function has a key of its own, which it may use',
      attack: [...reads, hasVariables, may('Role', 'kms:Decrypt', 'Key')],
      template: resources(
        statusPiece,
        aRole('Role', [allow("'lambda:Get*'", '!GetAtt Orders.Arn'), allow('kms:Decrypt', '!GetAtt Key.Arn')]),
        encrypted,
      ),
    },
  ],
  passes: [
    {
      name: 'the variables are encrypted with a key that the status page may not use',
      attack: [...reads, may('Role', 'kms:Decrypt', 'Key')],
      called,
      template: (stack) => {
        const code = lambda.Code.fromInline('exports.handler = async () => {}');
        const props = { code, handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
        const orders = new SecureFunction(stack, 'Orders', {
          ...props,
          environment: { DATABASE: 'orders.cluster.local' },
          environmentEncryption: new SecureKey(stack, 'Key'),
        });
        const status = new SecureFunction(stack, 'Status', props);
        status.addToRolePolicy(
          new iam.PolicyStatement({
            actions: ['lambda:GetFunctionConfiguration'],
            resources: [orders.functionArn],
          }),
        );
      },
    },
    {
      name: 'the other function has a key that it may not use',
      attack: [...reads, may('Role', 'kms:Decrypt', 'Key')],
      template: resources(
        statusPiece,
        aRole('Role', [allow('lambda:GetFunctionConfiguration', '!GetAtt Orders.Arn')]),
        encrypted,
      ),
    },
    {
      name: 'the other function has no variables',
      template: resources(
        statusPiece,
        aRole('Role', [allow('lambda:GetFunctionConfiguration', "'*'")]),
        aFunction('Orders', 'OrdersRole'),
        aRole('OrdersRole', []),
      ),
    },
    {
      name: 'it may invoke the other function',
      template: resources(statusPiece, aRole('Role', [allow('lambda:InvokeFunction', '!GetAtt Orders.Arn')]), others),
    },
  ],
});
