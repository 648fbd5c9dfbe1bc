import { App, Aspects, CfnResource, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { HIPAASecurityChecks } from 'cdk-nag';
import { SecureFunction } from '../../src/function/secure-function';
import { nagPacks } from '../judges/packs';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

/** `<rule> <construct path>` for each open finding of all packs. */
function findingsOf(app: App): string[] {
  app.synth();
  return nagPacks.flatMap((Pack) =>
    new Pack(app)
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
      ),
  );
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('cdk-nag, %s', (_, context) => {
  let app: App;
  let stack: Stack;
  beforeEach(() => {
    app = new App({ context });
    stack = new Stack(app, 'Stack');
  });

  test('has no open finding about a function with default arguments', () => {
    new SecureFunction(stack, 'Fn', code);
    expect(findingsOf(app)).toEqual([]);
  });

  test('has no open finding about what is added for asynchronous invocations', () => {
    new events.Rule(stack, 'Rule', {
      schedule: events.Schedule.rate(Duration.hours(1)),
      targets: [new targets.LambdaFunction(new SecureFunction(stack, 'Fn', code))],
    });
    expect(findingsOf(app).filter((finding) => !finding.includes('/Rule/'))).toEqual([]);
  });

  test('has no open finding about the policy of a function that reads a bucket and a table, in the same stack or another', () => {
    const data = new Stack(app, 'Data');
    for (const [index, scope] of [stack, data].entries()) {
      const fn = new SecureFunction(stack, `Fn${index}`, code);
      new s3.Bucket(scope, 'Bucket').grantReadWrite(fn);
      const table = new dynamodb.Table(scope, 'Table', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      });
      table.addGlobalSecondaryIndex({
        indexName: 'x',
        partitionKey: { name: 'x', type: dynamodb.AttributeType.STRING },
      });
      table.grantReadWriteData(fn);
    }
    expect(findingsOf(app).filter((finding) => finding.includes('/Fn'))).toEqual([]);
  });

  test('still finds what a person adds to the function and beside it, because an acknowledgement is for one thing', () => {
    const fn = new SecureFunction(stack, 'Fn', code);
    fn.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['dynamodb:GetItem'],
        resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/books-*'],
      }),
    );
    new lambda.Function(stack, 'Raw', code);
    const findings = findingsOf(app);
    expect(findings).toEqual(
      expect.arrayContaining([
        'AwsSolutions-IAM5[Resource::arn:aws:dynamodb:eu-west-1:111122223333:table/books-*] Stack/Fn/ServiceRole/DefaultPolicy/Resource',
        'HIPAA.Security-LambdaInsideVPC Stack/Raw/Resource',
        'Serverless-LambdaDLQ Stack/Raw/Resource',
      ]),
    );
  });
});

test('acknowledgements hold in a synthesis with the packs registered, and hide nothing of a raw function', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new SecureFunction(stack, 'Fn', code);
  new lambda.Function(stack, 'Raw', code);
  Validations.of(app).addPlugins(new HIPAASecurityChecks(app));
  let message = '';
  try {
    app.synth();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain('LambdaInsideVPC');
  expect(message).toContain('Stack/Raw');
  expect(message).not.toContain('Stack/Fn/Resource');
});

test('the rules that the library acknowledges on functions and roles', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const fn = new SecureFunction(stack, 'Fn', code);
  fn.addPermission('Topic', {
    principal: new iam.ServicePrincipal('sns.amazonaws.com'),
    sourceArn: 'arn:aws:sns:eu-west-1:111122223333:topic',
  });
  const rules = new Set<string>();
  Aspects.of(app).add({
    visit(node) {
      if (!CfnResource.isCfnResource(node)) return;
      for (const scope of node.node.scopes) {
        for (const { type, data } of scope.node.metadata) {
          if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
          for (const id of Object.keys(data as object)) rules.add(id.replace(/^[^-]*-/, '').replace(/\[.*/, ''));
        }
      }
    },
  });
  app.synth();
  expect([...rules].sort()).toEqual([
    'IAM5',
    'IAMNoInlinePolicy',
    'LambdaConcurrency',
    'LambdaDLQ',
    'LambdaInsideVPC',
    'SQS3',
    'SQSRedrivePolicy',
  ]);
});
