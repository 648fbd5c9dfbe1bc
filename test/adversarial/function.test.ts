import {
  App,
  Aspects,
  Aws,
  CfnParameter,
  Duration,
  type InjectionContext,
  type IPropertyInjector,
  Lazy,
  Mixin,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { USE_CDK_MANAGED_LAMBDA_LOGGROUP } from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { SecureFunction, type SecureFunctionProps } from '../../src/function/secure-function';
import { SecureNodejsFunction } from '../../src/function/secure-nodejs-function';
import { ScopedRole } from '../../src/role/scoped-role';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const secret = ['AKIA', 'IOSFODNN7ABCDEFG'].join('');
const rule = 'arn:aws:events:eu-west-1:111122223333:rule/x';

let app: App;
let stack: Stack;
beforeEach(() => {
  app = new App();
  stack = new Stack(app, 'Stack');
});

function permissionOf(fn: lambda.Function): lambda.CfnPermission {
  fn.addPermission('P', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: rule });
  return fn.node.findChild('P') as lambda.CfnPermission;
}

function asynchronously(fn: lambda.Function): lambda.CfnEventInvokeConfig {
  permissionOf(fn);
  return fn.node.findChild('EventInvokeConfig').node.defaultChild as lambda.CfnEventInvokeConfig;
}

function failureQueueOf(fn: lambda.Function): sqs.CfnQueue {
  asynchronously(fn);
  return stack.node.findChild('FunctionFailureQueue').node.defaultChild as sqs.CfnQueue;
}

const makers: [string, (props?: Partial<SecureFunctionProps>) => lambda.Function][] = [
  ['SecureFunction', (props) => new SecureFunction(stack, 'Fn', { ...code, ...props })],
  ['SecureNodejsFunction', (props) => new SecureNodejsFunction(stack, 'Fn', { ...code, ...props })],
];

describe.each(makers)('%s', (_, make) => {
  describe('refuses a property that weakens it', () => {
    test.each<[string, () => Partial<SecureFunctionProps>, RegExp]>([
      [
        'a role that was made elsewhere',
        () => ({ role: new iam.Role(stack, 'R', { assumedBy: new iam.AnyPrincipal() }) }),
        /the role 'Stack\/R'/,
      ],
      [
        'a role of another stack',
        () => ({ role: new ScopedRole(new Stack(app, 'Other'), 'R') }),
        /'Other\/R' is in another stack/,
      ],
      ['a secret in the environment', () => ({ environment: { KEY: secret } }), /'KEY' of the environment/],
      [
        'a secret declared without a reason',
        () => ({ environment: { KEY: secret }, notSecrets: { KEY: '' } }),
        /without a reason/,
      ],
      ['recursion', () => ({ recursiveLoop: lambda.RecursiveLoop.ALLOW }), /recursiveLoop/],
      ['another log group by retention', () => ({ logRetention: 7 }), /'logRetention'/],
      ['deletion of its logs', () => ({ logRemovalPolicy: RemovalPolicy.DESTROY }), /'logRemovalPolicy'/],
      [
        'broad initial statements',
        () => ({ initialPolicy: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })] }),
        /'s3:\*' allows/,
      ],
    ])('%s', (__, props, message) => {
      expect(() => make(props())).toThrow(message);
    });

    test('with all refusals in one error', () => {
      expect(() =>
        make({ recursiveLoop: lambda.RecursiveLoop.ALLOW, logRetention: 7, environment: { KEY: secret } }),
      ).toThrow(/logRetention[^]*recursiveLoop[^]*KEY/);
    });

    test('a runtime that AWS no longer deploys', () => {
      expect(() => make({ runtime: lambda.Runtime.NODEJS_12_X })).toThrow(/'nodejs12.x' .* cannot be deployed since/);
    });
  });

  test('an explicit undefined is not a way to take a default away', () => {
    make({
      environmentEncryption: undefined,
      logGroup: undefined,
      loggingFormat: undefined,
      memorySize: undefined,
      recursiveLoop: undefined,
      role: undefined,
      timeout: undefined,
      tracing: undefined,
    });
    const template = app.synth().getStackByName('Stack').template as {
      Resources: Record<string, { Type: string; Properties: object }>;
    };
    const fn = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::Lambda::Function');
    expect(Object.keys(fn!.Properties)).toEqual(
      expect.arrayContaining(['KmsKeyArn', 'LoggingConfig', 'MemorySize', 'RecursiveLoop', 'Timeout', 'TracingConfig']),
    );
  });

  describe('refuses a method that weakens it', () => {
    test.each<[string, (fn: lambda.Function) => unknown, RegExp]>([
      ['a secret', (fn) => fn.addEnvironment('KEY', secret), /'KEY' of the environment/],
      [
        'a broad statement',
        (fn) => fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })),
        /'s3:\*' allows/,
      ],
      ['everybody', (fn) => fn.addPermission('P', { principal: new iam.AnyPrincipal() }), /'\*' may invoke/],
      ['everybody as a star', (fn) => fn.addPermission('P', { principal: new iam.StarPrincipal() }), /'\*' may invoke/],
      [
        'everybody as an ARN',
        (fn) => fn.addPermission('P', { principal: new iam.ArnPrincipal('*') }),
        /'\*' may invoke/,
      ],
      [
        'everybody by a source',
        (fn) => fn.addPermission('P', { principal: new iam.AnyPrincipal(), sourceArn: rule }),
        /'\*' may invoke/,
      ],
      ['a grant to everybody', (fn) => fn.grantInvoke(new iam.AnyPrincipal()), /'\*' may invoke/],
      ['a URL grant to everybody', (fn) => fn.grantInvokeUrl(new iam.AnyPrincipal()), /'\*' may invoke/],
      [
        'a service without its source',
        (fn) => fn.addPermission('P', { principal: new iam.ServicePrincipal('events.amazonaws.com') }),
        /without 'sourceArn'/,
      ],
      [
        'a service that is granted',
        (fn) => fn.grantInvoke(new iam.ServicePrincipal('sns.amazonaws.com')),
        /without 'sourceArn'/,
      ],
      [
        'everybody of no organization',
        (fn) => fn.addPermission('P', { principal: new iam.AnyPrincipal(), organizationId: '' }),
        /'\*' may invoke/,
      ],
      [
        'everybody of every organization',
        (fn) => fn.addPermission('P', { principal: new iam.AnyPrincipal(), organizationId: '*' }),
        /'\*' may invoke/,
      ],
      [
        'a service with such sources of anybody',
        (fn) =>
          fn.addPermission('P', {
            principal: new iam.ServicePrincipal('events.amazonaws.com'),
            sourceArn: `arn:${Aws.PARTITION}:events:*:*:rule/*`,
          }),
        /as the source/,
      ],
      [
        'a service with part of an ARN as its source',
        (fn) =>
          fn.addPermission('P', { principal: new iam.ServicePrincipal('s3.amazonaws.com'), sourceArn: 'arn:aws:s3*' }),
        /as the source/,
      ],
      [
        'a service for every account',
        (fn) =>
          fn.addPermission('P', {
            principal: new iam.ServicePrincipal('s3.amazonaws.com'),
            sourceArn: 'arn:aws:s3:::bucket',
            sourceAccount: '*',
          }),
        /'\*' as the account/,
      ],
      ['everybody, to the latest version', (fn) => fn.grantInvokeLatestVersion(new iam.AnyPrincipal()), /may invoke/],
      [
        'everybody, to a version',
        (fn) => fn.grantInvokeVersion(new iam.AnyPrincipal(), fn.currentVersion),
        /'\*' may invoke/,
      ],
      [
        'everybody beside somebody',
        (fn) =>
          fn.grantInvokeCompositePrincipal(
            new iam.CompositePrincipal(new iam.AccountPrincipal('111122223333'), new iam.AnyPrincipal()),
          ),
        /'\*' may invoke/,
      ],
      [
        'failed events for everybody',
        (fn) => {
          asynchronously(fn);
          const queue = stack.node.findChild('FunctionFailureQueue') as sqs.Queue;
          queue.addToResourcePolicy(
            new iam.PolicyStatement({ actions: ['sqs:*'], principals: [new iam.AnyPrincipal()], resources: ['*'] }),
          );
        },
        /principal '\*' lets every AWS account in/,
      ],
      [
        'a service with every source',
        (fn) => fn.addPermission('P', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: '*' }),
        /as the source/,
      ],
      [
        'every source in a condition',
        (fn) =>
          fn.addPermission('P', {
            principal: new iam.PrincipalWithConditions(new iam.ServicePrincipal('events.amazonaws.com'), {
              ArnLike: { 'aws:SourceArn': 'arn:*' },
            }),
          }),
        /as the source/,
      ],
      [
        'a skill of anybody',
        (fn) => fn.addPermission('P', { principal: new iam.ServicePrincipal('alexa-appkit.amazon.com') }),
        /eventSourceToken/,
      ],
      [
        'more than invoking',
        (fn) => fn.addPermission('P', { principal: new iam.AccountPrincipal('111122223333'), action: 'lambda:*' }),
        /more than invoke/,
      ],
      [
        'a URL for everybody',
        (fn) => fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE }),
        /authType: NONE/,
      ],
      ['a URL for every page', (fn) => fn.addFunctionUrl({ cors: { allowedOrigins: ['*'] } }), /allowedOrigins/],
      [
        'a URL for everybody, made apart',
        (fn) => new lambda.FunctionUrl(stack, 'Url', { function: fn, authType: lambda.FunctionUrlAuthType.NONE }),
        /'\*' may invoke/,
      ],
      [
        'the version of everybody',
        (fn) =>
          fn.latestVersion.grantPrincipal.grantPrincipal &&
          fn.addPermission('P', { principal: new iam.AnyPrincipal(), scope: stack }),
        /'\*' may invoke/,
      ],
    ])('%s', (__, weaken, message) => {
      const fn = make();
      expect(() => weaken(fn)).toThrow(message);
    });
  });

  describe('fills in what follows from the stack', () => {
    test.each([
      ['s3.amazonaws.com', { sourceArn: 'arn:aws:s3:::bucket' }],
      ['secretsmanager.amazonaws.com', {}],
      ['config.amazonaws.com', {}],
    ])('the account of %s', (service, source) => {
      make().addPermission('P', { principal: new iam.ServicePrincipal(service), ...source });
      const template = app.synth().getStackByName('Stack').template as {
        Resources: Record<string, { Type: string; Properties: object }>;
      };
      const permission = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::Lambda::Permission');
      expect(permission!.Properties).toMatchObject({ SourceAccount: { Ref: 'AWS::AccountId' } });
    });
  });

  class Weakening extends Mixin {
    public supports(construct: IConstruct): construct is lambda.CfnFunction {
      return construct instanceof lambda.CfnFunction;
    }
    public applyTo(construct: IConstruct): void {
      (construct as lambda.CfnFunction).kmsKeyArn = undefined;
    }
  }

  describe('fails the synthesis when what it guarantees is changed later', () => {
    type Later = [string, (cfn: lambda.CfnFunction, fn: lambda.Function) => unknown, RegExp];

    test.each<Later>([
      ['the key, by override', (cfn) => cfn.addPropertyDeletionOverride('KmsKeyArn'), /KmsKeyArn/],
      ['the key, on the L1', (cfn) => (cfn.kmsKeyArn = undefined), /KmsKeyArn/],
      ['the key, by a mixin', (cfn) => cfn.with(new Weakening()), /KmsKeyArn/],
      ['the role', (cfn) => (cfn.role = 'arn:aws:iam::111122223333:role/admin'), /'Role'/],
      [
        'the log group',
        (cfn) => cfn.addPropertyOverride('LoggingConfig.LogGroup', 'elsewhere'),
        /LoggingConfig.LogGroup/,
      ],
      ['the tracing', (cfn) => cfn.addPropertyOverride('TracingConfig.Mode', 'PassThrough'), /TracingConfig/],
      ['the recursion', (cfn) => cfn.addOverride('Properties.RecursiveLoop', 'Allow'), /RecursiveLoop/],
      ['the timeout', (cfn) => cfn.addPropertyDeletionOverride('Timeout'), /'Timeout'/],
      [
        'a secret, by override',
        (cfn) => cfn.addPropertyOverride('Environment.Variables.KEY', secret),
        /'KEY' of the environment looks like/,
      ],
      ['a secret, on the L1', (cfn) => (cfn.environment = { variables: { KEY: secret } }), /'KEY' of the environment/],
      ['the runtime', (cfn) => cfn.addPropertyOverride('Runtime', 'nodejs12.x'), /'nodejs12.x'/],
      [
        'an aspect that comes last',
        (cfn) =>
          Aspects.of(app).add(
            {
              visit: (node) => {
                if (node === cfn) cfn.addPropertyDeletionOverride('KmsKeyArn');
              },
            },
            { priority: 1000 },
          ),
        /KmsKeyArn/,
      ],
      ['its removal', (_cfn, fn) => fn.node.tryRemoveChild('Resource'), /was removed/],
      ['its type', (cfn) => cfn.addOverride('Type', 'AWS::S3::Bucket'), /type of/],
      ...(
        [
          ['KmsKeyArn', { Ref: 'AWS::NoValue' }],
          ['KmsKeyArn', { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, 'arn'] }],
          ['Timeout', { Ref: 'AWS::NoValue' }],
          ['MemorySize', { Ref: 'AWS::NoValue' }],
          ['RecursiveLoop', { Ref: 'AWS::NoValue' }],
        ] as const
      ).map<Later>(([path, value]) => [
        `${path}, by ${JSON.stringify(value)}`,
        (cfn) => cfn.addPropertyOverride(path, value),
        new RegExp(`'${path}'`),
      ]),
      ...(
        [
          ['a branch', { 'Fn::If': ['C', secret, { Ref: 'AWS::NoValue' }] }],
          ['a join', { 'Fn::Join': ['', [secret.slice(0, 6), secret.slice(6)]] }],
          ['a substitution', { 'Fn::Sub': secret }],
          ['the default of a parameter', { Ref: 'Plain' }],
          ['a hidden parameter', { Ref: 'Hidden' }],
          ['a hidden parameter in a text', { 'Fn::Sub': 'user:${Hidden}' }],
        ] as const
      ).map<Later>(([name, value]) => [
        `a secret, by ${name}`,
        (cfn) => {
          new CfnParameter(stack, 'Plain', { default: secret });
          new CfnParameter(stack, 'Hidden', { noEcho: true });
          cfn.addPropertyOverride('Environment.Variables.KEY', value);
        },
        /'KEY' of the environment/,
      ]),
      [
        'a secret, in a branch of the whole environment',
        (cfn) =>
          cfn.addPropertyOverride('Environment', {
            'Fn::If': ['C', { Variables: { KEY: secret } }, { Ref: 'AWS::NoValue' }],
          }),
        /'KEY' of the environment/,
      ],
      ['the removal of its role', (_cfn, fn) => fn.node.tryRemoveChild('ServiceRole'), /ServiceRole.* was removed/],
      ['the removal of its log group', (_cfn, fn) => fn.node.tryRemoveChild('LogGroup'), /LogGroup.* was removed/],
      [
        'the right of its code to use the key of the environment',
        (_cfn, fn) => {
          const policy = fn.node.findChild('ServiceRole').node.findChild('DefaultPolicy').node.defaultChild;
          for (const index of [0, 1]) {
            (policy as iam.CfnPolicy).addPropertyDeletionOverride(`PolicyDocument.Statement.${index}.Condition`);
          }
        },
        /PolicyDocument/,
      ],
      [
        'the tracing policy, in its document',
        (_cfn, fn) =>
          (fn.node.findChild('ServiceRole').node.findChild('TracingPolicy') as iam.Policy).addStatements(
            new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }),
          ),
        /PolicyDocument/,
      ],
      [
        'who else has the tracing policy',
        (_cfn, fn) =>
          (fn.node.findChild('ServiceRole').node.findChild('TracingPolicy') as iam.Policy).attachToRole(
            new iam.Role(stack, 'Other', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
          ),
        /'Roles'/,
      ],
      ['who invokes it', (_cfn, fn) => (permissionOf(fn).principal = '*'), /'Principal'/],
      ['the source', (_cfn, fn) => permissionOf(fn).addPropertyDeletionOverride('SourceArn'), /'SourceArn'/],
      ['what is allowed', (_cfn, fn) => permissionOf(fn).addPropertyOverride('Action', 'lambda:*'), /'Action'/],
      [
        'what is allowed, by a token',
        (_cfn, fn) =>
          fn.addPermission('P', {
            principal: new iam.AccountPrincipal('111122223333'),
            action: Lazy.string({ produce: () => 'lambda:*' }),
          }),
        /'Action'/,
      ],
      [
        'the authorization of its URL',
        (_cfn, fn) => (fn.addFunctionUrl().node.defaultChild as lambda.CfnUrl).addPropertyOverride('AuthType', 'NONE'),
        /'AuthType'/,
      ],
      [
        'the origins of its URL, by a token',
        (_cfn, fn) => fn.addFunctionUrl({ cors: { allowedOrigins: Lazy.list({ produce: () => ['*'] }) } }),
        /'Cors.AllowOrigins'/,
      ],
      ['its bounds', (_cfn, fn) => asynchronously(fn).addPropertyDeletionOverride('MaximumRetryAttempts'), /Retry/],
      ['the age of events', (_cfn, fn) => (asynchronously(fn).maximumEventAgeInSeconds = 21600), /MaximumEventAge/],
      [
        'where failed events go',
        (_cfn, fn) =>
          asynchronously(fn).addPropertyOverride(
            'DestinationConfig.OnFailure.Destination',
            'arn:aws:sqs:eu-west-1:999999999999:q',
          ),
        /OnFailure/,
      ],
      [
        'that failed events go somewhere',
        (_cfn, fn) => asynchronously(fn).addPropertyDeletionOverride('DestinationConfig'),
        /OnFailure/,
      ],
      [
        'that asynchronous invocations are bounded',
        (_cfn, fn) => asynchronously(fn) && fn.node.tryRemoveChild('EventInvokeConfig'),
        /EventInvokeConfig' was removed/,
      ],
      [
        'the encryption of failed events',
        (_cfn, fn) => failureQueueOf(fn).addPropertyDeletionOverride('KmsMasterKeyId'),
        /KmsMasterKeyId/,
      ],
      [
        'the key of failed events',
        (_cfn, fn) => (failureQueueOf(fn).kmsMasterKeyId = 'alias/aws/sqs'),
        /KmsMasterKeyId/,
      ],
      [
        'how long failed events are kept',
        (_cfn, fn) => (failureQueueOf(fn).messageRetentionPeriod = 60),
        /MessageRetentionPeriod/,
      ],
      [
        'that failed events travel over TLS only',
        (_cfn, fn) => failureQueueOf(fn).node.scope!.node.tryRemoveChild('Policy'),
        /was removed/,
      ],
      [
        'the queue for failed events',
        (_cfn, fn) => failureQueueOf(fn) && stack.node.tryRemoveChild('FunctionFailureQueue'),
        /FunctionFailureQueue' was removed/,
      ],
      [
        'the tracing policy',
        (_cfn, fn) =>
          (
            fn.node.findChild('ServiceRole').node.findChild('TracingPolicy').node.defaultChild as iam.CfnPolicy
          ).addPropertyOverride('PolicyDocument.Statement.0.Action', '*'),
        /PolicyDocument/,
      ],
      [
        'the retention of its logs',
        (_cfn, fn) =>
          (fn.node.findChild('LogGroup').node.defaultChild as logs.CfnLogGroup).addPropertyOverride(
            'RetentionInDays',
            1,
          ),
        /RetentionInDays/,
      ],
    ])('%s', (__, change, message) => {
      const fn = make();
      change(fn.node.findChild('Resource') as lambda.CfnFunction, fn);
      expect(() => app.synth()).toThrow(message);
    });

    test('without the secret in the error', () => {
      const fn = make();
      (fn.node.findChild('Resource') as lambda.CfnFunction).addPropertyOverride('Environment.Variables.KEY', secret);
      expect(() => app.synth()).not.toThrow(secret);
    });
  });
});

function everything(): iam.PolicyDocument {
  return new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })] });
}

describe('a property injector', () => {
  function inject(props: Partial<lambda.FunctionProps>): Stack {
    class Injector implements IPropertyInjector {
      public readonly constructUniqueId = lambda.Function.PROPERTY_INJECTION_ID;
      public inject(original: lambda.FunctionProps, _: InjectionContext): lambda.FunctionProps {
        return { ...original, ...props };
      }
    }
    return new Stack(new App({ propertyInjectors: [new Injector()] }), 'Stack');
  }

  test('does not take away what the function guarantees', () => {
    const scope = inject({
      environmentEncryption: undefined,
      recursiveLoop: lambda.RecursiveLoop.ALLOW,
      tracing: lambda.Tracing.DISABLED,
      timeout: undefined,
      memorySize: undefined,
    });
    new SecureFunction(scope, 'Fn', code);
    const { template } = (scope.node.root as App).synth().getStackByName('Stack') as { template: object };
    const text = JSON.stringify(template);
    expect(text).toContain('"KmsKeyArn"');
    expect(text).toContain('"Terminate"');
    expect(text).toContain('"Active"');
  });

  test('does not shorten how long logs are kept', () => {
    const scope = inject({ logRetention: 1 });
    scope.node.setContext(USE_CDK_MANAGED_LAMBDA_LOGGROUP, true);
    expect(() => new SecureFunction(scope, 'Fn', code)).toThrow(/'logRetention' by a property injector/);
  });

  test('may bound asynchronous invocations, and what fails is kept', () => {
    const fn = new SecureFunction(inject({ retryAttempts: 0 }), 'Fn', code);
    Template.fromStack(fn.stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 3600,
      MaximumRetryAttempts: 0,
      DestinationConfig: Match.objectLike({ OnFailure: Match.anyValue() }),
    });
  });

  class Weakest implements IPropertyInjector {
    constructor(
      public readonly constructUniqueId: string,
      private readonly props: object,
    ) {}
    public inject(original: object, _: InjectionContext): object {
      return { ...original, ...this.props };
    }
  }

  test('of queues does not take the encryption of failed events away', () => {
    const injector = new Weakest(sqs.Queue.PROPERTY_INJECTION_ID, {
      encryption: sqs.QueueEncryption.UNENCRYPTED,
      encryptionMasterKey: undefined,
      retentionPeriod: Duration.minutes(1),
    });
    const scope = new Stack(new App({ propertyInjectors: [injector] }), 'Stack');
    permissionOf(new SecureFunction(scope, 'Fn', code));
    Template.fromStack(scope).hasResourceProperties('AWS::SQS::Queue', {
      KmsMasterKeyId: Match.anyValue(),
      MessageRetentionPeriod: 1209600,
      SqsManagedSseEnabled: Match.absent(),
    });
  });

  test.each([
    ['policies', iam.Policy.PROPERTY_INJECTION_ID, { document: everything() }, /'\*' allows/],
    [
      'what becomes of asynchronous events',
      lambda.EventInvokeConfig.PROPERTY_INJECTION_ID,
      { maxEventAge: Duration.hours(6), onFailure: undefined },
      /MaximumEventAge[^]*OnFailure/,
    ],
  ])('of %s fails the synthesis', (_, id, props, message) => {
    const scope = new Stack(new App({ propertyInjectors: [new Weakest(id, props)] }), 'Stack');
    permissionOf(new SecureFunction(scope, 'Fn', code));
    expect(() => (scope.node.root as App).synth()).toThrow(message);
  });

  test('does not give the function a role or a secret', () => {
    const withSecret = inject({ environment: { KEY: secret } });
    expect(() => new SecureFunction(withSecret, 'Fn', code)).toThrow(/'KEY' of the environment/);
    const withRole = inject({ role: iam.Role.fromRoleArn(stack, 'R', 'arn:aws:iam::111122223333:role/admin') });
    expect(() => new SecureFunction(withRole, 'Fn', code)).toThrow(/was made elsewhere/);
  });
});

describe('the day that a runtime is judged by', () => {
  const { SOURCE_DATE_EPOCH } = process.env;
  afterEach(() => {
    if (SOURCE_DATE_EPOCH === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = SOURCE_DATE_EPOCH;
  });

  test.each([
    ['2026-01-01', [] as string[]],
    ['2026-06-01', ["'nodejs20.x' gets no security patches since 2026-04-30"]],
  ])('is that of SOURCE_DATE_EPOCH: %s', (day, warnings) => {
    process.env.SOURCE_DATE_EPOCH = String(Date.parse(day) / 1000);
    new SecureFunction(stack, 'Fn', { ...code, runtime: lambda.Runtime.NODEJS_20_X });
    const messages = app
      .synth()
      .getStackByName('Stack')
      .messages.map(({ entry }) => String(entry.data));
    expect(messages.filter((message) => message.includes('nodejs20')).map((message) => message.slice(0, 54))).toEqual(
      warnings,
    );
  });

  test('refuses what could be deployed before', () => {
    process.env.SOURCE_DATE_EPOCH = String(Date.parse('2027-09-01') / 1000);
    expect(() => new SecureFunction(stack, 'Fn', { ...code, runtime: lambda.Runtime.NODEJS_20_X })).toThrow(
      /cannot be deployed since 2027-08-31/,
    );
  });
});
