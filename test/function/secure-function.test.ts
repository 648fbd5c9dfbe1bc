import { App, Duration, SecretValue, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunction, type SecureFunctionProps } from '../../src/function/secure-function';
import { ScopedRole } from '../../src/role/scoped-role';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function functionIn(stack: Stack, props: Partial<SecureFunctionProps> = {}, id = 'Fn'): SecureFunction {
  return new SecureFunction(stack, id, { ...code, ...props });
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statementsOf(stack: Stack): Statement[] {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
  return Object.values(policies).flatMap(
    (policy) => (policy.Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
  );
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('a secure function, %s', (_, context) => {
  let stack: Stack;
  beforeEach(() => {
    stack = new Stack(new App({ context }), 'Stack');
  });

  test('keeps the logical ids of the function and the role of the L2, so that a swap is an update in place', () => {
    const raw = new Stack(new App({ context }), 'Stack');
    new lambda.Function(raw, 'Fn', code).addToRolePolicy(
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:eu-west-1:111122223333:q'] }),
    );
    functionIn(stack).addToRolePolicy(
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:eu-west-1:111122223333:q'] }),
    );
    const before = Template.fromStack(raw).toJSON().Resources as Record<
      string,
      { Type: string; Properties: Record<string, unknown> }
    >;
    const after = Template.fromStack(stack).toJSON().Resources as typeof before;
    for (const [id, resource] of Object.entries(before)) {
      expect([id, after[id]?.Type]).toEqual([id, resource.Type]);
      expect(after[id].Properties.LogGroupName).toEqual(resource.Properties.LogGroupName);
    }
  });

  test('writes to its own log group, sends traces, and has its environment read by Lambda; nothing else', () => {
    functionIn(stack);
    expect(statementsOf(stack)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: { 'Fn::GetAtt': [expect.stringMatching(/^FnLogGroup/), 'Arn'] },
        }),
        expect.objectContaining({ Action: 'kms:Decrypt', Condition: { Null: { 'lambda:SourceFunctionArn': 'true' } } }),
        expect.objectContaining({
          Action: expect.arrayContaining(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']) as unknown,
          Resource: '*',
        }),
      ]),
    );
    expect(statementsOf(stack)).toHaveLength(3);
  });

  test('states what the function is, because what is left out is decided elsewhere', () => {
    functionIn(stack);
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      KmsKeyArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SharedKey'), 'Arn'] },
      LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
      MemorySize: 128,
      RecursiveLoop: 'Terminate',
      Timeout: 3,
      TracingConfig: { Mode: 'Active' },
    });
  });

  test('keeps its logs encrypted and for a year', () => {
    functionIn(stack);
    Template.fromStack(stack).hasResourceProperties('AWS::Logs::LogGroup', {
      KmsKeyId: Match.anyValue(),
      RetentionInDays: 365,
    });
  });

  test('adds no queue where nothing invokes it asynchronously', () => {
    functionIn(stack);
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::SQS::Queue', 0);
    template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 0);
  });

  test('bounds asynchronous invocations and keeps what fails, in one queue for the stack', () => {
    for (const id of ['A', 'B']) {
      const fn = functionIn(stack, {}, id);
      new events.Rule(stack, `Rule${id}`, {
        schedule: events.Schedule.rate(Duration.hours(1)),
        targets: [new targets.LambdaFunction(fn)],
      });
      expect(fn.failureQueue).toBeDefined();
    }
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::SQS::Queue', 1);
    template.allResourcesProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 3600,
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
    expect(statementsOf(stack)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Condition: { StringEquals: { 'kms:ViaService': expect.anything() as unknown } },
        }),
      ]),
    );
  });

  test.each<[string, (fn: SecureFunction) => lambda.IFunction]>([
    ['an alias', (fn) => fn.addAlias('live')],
    ['a version', (fn) => fn.currentVersion],
  ])(
    'bounds the asynchronous invocations of %s, which Lambda keeps apart from those of the function',
    (__, qualified) => {
      const fn = functionIn(stack);
      new events.Rule(stack, 'Rule', {
        schedule: events.Schedule.rate(Duration.hours(1)),
        targets: [new targets.LambdaFunction(qualified(fn))],
      });
      const template = Template.fromStack(stack);
      template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        MaximumEventAgeInSeconds: 3600,
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      });
      template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 1);
      expect(statementsOf(stack)).toContainEqual(expect.objectContaining({ Action: 'sqs:SendMessage' }));
    },
  );

  test('has no failure queue to put an alarm on where somebody says where failed events go', () => {
    const fn = functionIn(stack);
    const queue = new sqs.Queue(stack, 'Queue');
    fn.configureAsyncInvoke({ onFailure: new destinations.SqsDestination(queue) });
    expect(fn.failureQueue).toBeUndefined();
    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
  });

  test('lets what is asked for about asynchronous invocations stand beside what is added', () => {
    const fn = functionIn(stack);
    fn.addPermission('Rule', {
      principal: new iam.ServicePrincipal('events.amazonaws.com'),
      sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/x',
    });
    fn.configureAsyncInvoke({ retryAttempts: 0 });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 3600,
      MaximumRetryAttempts: 0,
    });
  });

  test('has the network interfaces of a VPC made by Lambda and not by its own code', () => {
    functionIn(stack, { vpc: new ec2.Vpc(stack, 'Vpc') });
    const statements = statementsOf(stack);
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: expect.arrayContaining(['ec2:CreateNetworkInterface']) as unknown,
        Condition: { Null: { 'lambda:SourceFunctionArn': 'false' } },
      }),
    );
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  test('has the exact statements of Lambda Insights instead of its managed policy', () => {
    functionIn(stack, { insightsVersion: lambda.LambdaInsightsVersion.VERSION_1_0_333_0 });
    Template.fromStack(stack).resourcePropertiesCountIs('AWS::IAM::Role', { ManagedPolicyArns: Match.anyValue() }, 0);
    expect(JSON.stringify(statementsOf(stack))).toContain('/aws/lambda-insights');
  });

  test('runs as a role that somebody else made where a reason is given', () => {
    const role = iam.Role.fromRoleName(stack, 'Team', 'platform-team');
    functionIn(stack, { role: ScopedRole.existing(role, 'the platform team keeps the roles of this account') });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 0);
  });

  test('runs as a scoped role that was made before', () => {
    functionIn(stack, { role: new ScopedRole(stack, 'Role') });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 1);
  });
});

describe('a secret in the environment', () => {
  const secret = ['AKIA', 'IOSFODNN7ABCDEFG'].join('');
  let stack: Stack;
  beforeEach(() => {
    stack = new Stack(new App(), 'Stack');
  });

  test.each([
    ['an access key', secret],
    ['a secret of Secrets Manager', SecretValue.secretsManager('name').unsafeUnwrap()],
    ['a dynamic reference', '{{resolve:secretsmanager:name}}'],
    ['plain text of a SecretValue', SecretValue.unsafePlainText(secret).unsafeUnwrap()],
  ])('is refused at construction and in addEnvironment: %s', (_, value) => {
    expect(() => functionIn(stack, { environment: { KEY: value } })).toThrow(/'KEY' of the environment/);
    const fn = functionIn(stack, {}, 'Other');
    expect(() => fn.addEnvironment('KEY', value)).toThrow(/'KEY' of the environment/);
  });

  test('is not repeated in the error', () => {
    expect(() => functionIn(stack, { environment: { KEY: secret } })).not.toThrow(secret);
  });

  test('is accepted when it is declared to be none', () => {
    const fn = functionIn(stack, {
      environment: { KEY: secret },
      notSecrets: { KEY: 'an example of the documentation' },
    });
    fn.notASecret('OTHER', 'the same');
    fn.addEnvironment('OTHER', secret);
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { KEY: secret, OTHER: secret } },
    });
  });
});
