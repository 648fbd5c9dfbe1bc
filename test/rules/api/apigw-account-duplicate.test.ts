import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import { evaluate } from '../../../src/rules';
import rule from '../../../src/rules/api/apigw-account-duplicate';
import { Application } from '../../../src/template';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'two L2s of a stack each bring one',
      at: ['OrdersAccount'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders', { cloudWatchRole: true });
        orders.root.addMethod('GET');
        const invoices = new apigateway.RestApi(stack, 'Invoices', { cloudWatchRole: true });
        invoices.root.addMethod('GET');
      },
    },
    {
      name: 'two APIs of a stack each bring one',
      at: ['Second'],
      template: `
        First:
          Type: AWS::ApiGateway::Account
          Properties:
            CloudWatchRoleArn: arn:aws:iam::111122223333:role/first
        Second:
          Type: AWS::ApiGateway::Account
          Properties:
            CloudWatchRoleArn: arn:aws:iam::111122223333:role/second
      `,
    },
  ],
  passes: [
    {
      name: 'ours share one',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
        const invoices = new SecureApi(stack, 'Invoices');
        invoices.root.addMethod('GET');
      },
    },
    {
      name: 'there is one',
      template: `
        First:
          Type: AWS::ApiGateway::Account
          Properties:
            CloudWatchRoleArn: arn:aws:iam::111122223333:role/first
      `,
    },
  ],
});

const content = JSON.stringify({ Resources: { Account: { Type: 'AWS::ApiGateway::Account' } } });
const stack = (name: string, environment?: string) => ({ path: `${name}.json`, content, stack: { name, environment } });

test.each([
  ['fail', 'both go to one account and region', '111122223333/eu-west-1', '111122223333/eu-west-1'],
  ['unknown', 'nobody said where they go', undefined, undefined],
  ['unknown', 'whoever deploys one of them decides', '111122223333/eu-west-1', '${Token[AWS.AccountId.4]}/eu-west-1'],
  [undefined, 'they go to two regions', '111122223333/eu-west-1', '111122223333/us-east-1'],
])('two stacks with a log role are %p where %s, in whatever order they are read', (outcome, _why, first, second) => {
  const sources = [stack('First', first), stack('Second', second)];
  for (const order of [sources, [...sources].reverse()]) {
    const findings = evaluate([rule], Application.load(order));
    expect(findings.map((finding) => [finding.outcome, finding.resource.template.path])).toEqual(
      outcome ? [[outcome, 'Second.json']] : [],
    );
  }
});
