import {
  App,
  Aspects,
  Aws,
  CfnCondition,
  CfnParameter,
  CfnResource,
  Fn,
  type IPropertyInjector,
  type InjectionContext,
  Lazy,
  Mixin,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { SecureFunction } from '../../src/function/secure-function';
import { ScopedRole } from '../../src/role/scoped-role';
import type { ScopedRoleProps } from '../../src/role/scoped-role-props';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

let app: App;
let stack: Stack;
let role: ScopedRole;
let cfn: iam.CfnRole;
beforeEach(() => {
  app = new App();
  stack = new Stack(app, 'Stack');
  role = new ScopedRole(stack, 'Role');
  cfn = role.node.defaultChild as iam.CfnRole;
});

function statement(props: iam.PolicyStatementProps): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['dynamodb:GetItem'],
    resources: ['arn:aws:dynamodb:eu-west-1:1:table/x'],
    ...props,
  });
}

describe('a statement that is broader than it could be is refused where it is added', () => {
  test.each<[string, iam.PolicyStatement, RegExp]>([
    ['every action', statement({ actions: ['*'] }), /'\*' allows/],
    ['every action of a service', statement({ actions: ['dynamodb:*'] }), /'dynamodb:\*' allows .* exact actions/],
    ['a pattern', statement({ actions: ['dynamodb:Get*'] }), /'dynamodb:GetItem'/],
    ['every resource', statement({ resources: ['*'] }), /such as 'arn:\$\{Partition\}:dynamodb/],
    ['every resource in other words', statement({ resources: ['**'] }), /'dynamodb:GetItem' on '\*\*'/],
    ['every ARN', statement({ resources: ['arn:*'] }), /on 'arn:\*'/],
    ['every bucket', statement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::*'] }), /on 'arn:aws:s3:::\*'/],
    ['every object', statement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::*/*'] }), /s3:::\*\/\*/],
    ['every bucket, by other signs', statement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::?*'] }), /\?\*/],
    [
      'everything of a service',
      statement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3*'] }),
      /on 'arn:aws:s3\*'/,
    ],
    ['everything of AWS', statement({ actions: ['s3:GetObject'], resources: ['arn:aws:*'] }), /on 'arn:aws:\*'/],
    ['everything that starts with a letter', statement({ resources: ['a*'] }), /on 'a\*'/],
    [
      'some folder of every bucket',
      statement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::*/x/*'] }),
      /\*\/x/,
    ],
    ['every table of the account', statement({ resources: ['arn:aws:dynamodb:eu-west-1:1:table/*'] }), /table\/\*/],
    ['every table of anybody', statement({ resources: ['arn:aws:dynamodb:*:*:table/?*'] }), /table\/\?\*/],
    ['every table by tokens', statement({ resources: [`arn:aws:dynamodb:${Aws.REGION}:1:table/*`] }), /:table\/\*/],
    ['every role to pass', statement({ actions: ['iam:PassRole'], resources: ['arn:aws:iam::1:role/*'] }), /role\/\*/],
    ['an action in other letters', statement({ actions: ['S3:GetObject'], resources: ['*'] }), /'S3:GetObject' on/],
    ['everything under a condition', statement({ resources: ['*'], conditions: { Bool: { a: true } } }), /on '\*'/],
    ['all but some actions', new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] }), /all actions but/],
    [
      'all but some resources',
      new iam.PolicyStatement({ actions: ['s3:GetObject'], notResources: ['arn:aws:s3:::x/*'] }),
      /NotResource/,
    ],
  ])('%s', (_, broad, message) => {
    expect(() => role.addToPolicy(broad)).toThrow(message);
    expect(() => role.addToPrincipalPolicy(broad)).toThrow(message);
  });

  test('with all refusals of the call in one error', () => {
    const broad = statement({ actions: ['dynamodb:*', 'dynamodb:GetItem'], resources: ['*'] });
    expect(() => role.addToPolicy(broad)).toThrow(/dynamodb:\*[^]*dynamodb:GetItem' on '\*'/);
  });

  test('but not what an alias or tag limits, because there is no ARN to write', () => {
    kms.Alias.fromAliasName(stack, 'Alias', 'alias/books').grantEncryptDecrypt(role);
    role.addToPolicy(
      statement({
        resources: ['arn:aws:dynamodb:eu-west-1:1:table/*'],
        conditions: { StringEquals: { 'aws:ResourceTag/app': 'books' } },
      }),
    );
    expect(() => app.synth()).not.toThrow();
  });

  test.each<[string, (stack: Stack) => string]>([
    ['a bucket', (scope) => new s3.Bucket(scope, 'Books').bucketArn],
    ['a queue', (scope) => new sqs.Queue(scope, 'Books').queueArn],
  ])('%s whose name goes on, because others begin so', (_, arnIn) => {
    const arn = arnIn(stack);
    for (const resource of [`${arn}*`, `${arn}?`, `${arn}*/*`]) {
      const broad = statement({ actions: ['s3:GetObject', 'sqs:SendMessage'], resources: [resource] });
      expect(() => role.addToPolicy(broad)).toThrow(/also names what begins so: write '\/\*'/);
    }
  });

  test('but not what is inside a resource', () => {
    const { bucketArn } = new s3.Bucket(stack, 'Books');
    role.addToPolicy(statement({ actions: ['s3:GetObject'], resources: [`${bucketArn}/*`, `${bucketArn}/covers*`] }));
    expect(() => app.synth()).not.toThrow();
  });

  test('by the grant of an L2 that allows everything', () => {
    const table = new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    expect(() => table.grantFullAccess(role)).toThrow(/'dynamodb:\*' allows/);
  });
});

describe('a property that opens the role is refused', () => {
  test.each<[string, object, RegExp]>([
    ['another service', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }, /'assumedBy/],
    ['the account', { assumedBy: new iam.AccountRootPrincipal() }, /'assumedBy/],
    ['anybody', { assumedBy: new iam.AnyPrincipal() }, /'assumedBy/],
    [
      'somebody beside Lambda',
      {
        assumedBy: new iam.CompositePrincipal(
          new iam.ServicePrincipal('lambda.amazonaws.com'),
          new iam.AccountRootPrincipal(),
        ),
      },
      /'assumedBy/,
    ],
    ['managed policies', { managedPolicies: [] }, /'managedPolicies'/],
    ['inline policies', { inlinePolicies: {} }, /'inlinePolicies'/],
    ['an external id', { externalIds: ['x'] }, /'externalIds'/],
  ])('%s', (_, props, message) => {
    expect(() => new ScopedRole(stack, 'Other', props as ScopedRoleProps)).toThrow(message);
    expect(stack.node.tryFindChild('Other')).toBeUndefined();
  });

  test('but Lambda may be written down, so that iam.Role can be swapped', () => {
    new ScopedRole(stack, 'Other', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  });
});

describe('another way to a policy is refused where it is tried', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'addManagedPolicy',
      () => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')),
      /'AdministratorAccess'/,
    ],
    ['attachInlinePolicy', () => role.attachInlinePolicy(new iam.Policy(stack, 'Policy')), /the attached policy/],
    [
      'new Policy',
      () => new iam.Policy(stack, 'Policy', { roles: [role], statements: [statement({})] }),
      /the attached policy/,
    ],
    ['Policy.attachToRole', () => new iam.Policy(stack, 'Policy').attachToRole(role), /the attached policy/],
    ['grantAssumeRole', () => role.grantAssumeRole(new iam.AccountRootPrincipal()), /'grantAssumeRole'/],
  ])('%s', (_, attach, message) => {
    expect(attach).toThrow(message);
  });
});

describe('what gets past the methods fails the synthesis', () => {
  class Injector implements IPropertyInjector {
    public readonly constructUniqueId = iam.Role.PROPERTY_INJECTION_ID;
    public inject(props: iam.RoleProps, _: InjectionContext): iam.RoleProps {
      return {
        ...props,
        managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
        inlinePolicies: {
          All: new iam.PolicyDocument({ statements: [statement({ actions: ['*'], resources: ['*'] })] }),
        },
        assumedBy: new iam.AnyPrincipal(),
      };
    }
  }

  class Opening extends Mixin {
    public supports(construct: IConstruct): construct is iam.CfnRole {
      return construct instanceof iam.CfnRole;
    }
    public applyTo(construct: IConstruct): void {
      (construct as iam.CfnRole).managedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    }
  }

  test.each<[string, () => void, RegExp]>([
    [
      'new ManagedPolicy',
      () => new iam.ManagedPolicy(stack, 'Managed', { roles: [role], statements: [statement({})] }),
      /Managed\/Resource' attaches a policy/,
    ],
    [
      'ManagedPolicy.attachToRole',
      () => new iam.ManagedPolicy(stack, 'Managed', { statements: [statement({})] }).attachToRole(role),
      /attaches a policy/,
    ],
    [
      'CfnPolicy',
      () => new iam.CfnPolicy(stack, 'Raw', { policyName: 'p', policyDocument: {}, roles: [role.roleName] }),
      /attaches a policy/,
    ],
    [
      'CfnPolicy by override',
      () =>
        new iam.CfnPolicy(stack, 'Raw', { policyName: 'p', policyDocument: {} }).addPropertyOverride('Roles', [
          role.roleName,
        ]),
      /attaches a policy/,
    ],
    [
      'CfnRolePolicy',
      () => new iam.CfnRolePolicy(stack, 'Raw', { policyName: 'p', roleName: role.roleName }),
      /attaches a policy/,
    ],
    [
      'an untyped policy',
      () =>
        new CfnResource(stack, 'Raw', {
          type: 'AWS::IAM::Policy',
          properties: { Roles: [role.roleName], PolicyName: 'p', PolicyDocument: {} },
        }),
      /attaches a policy/,
    ],
    [
      'a policy below the role',
      () => new iam.ManagedPolicy(role, 'Managed', { roles: [role], statements: [statement({})] }),
      /attaches a policy/,
    ],
    [
      'the trust document',
      () =>
        role.assumeRolePolicy!.addStatements(
          statement({ actions: ['sts:AssumeRole'], resources: [], principals: [new iam.AnyPrincipal()] }),
        ),
      /AssumeRolePolicyDocument/,
    ],
    [
      'an override of the trust',
      () => cfn.addPropertyOverride('AssumeRolePolicyDocument.Statement.0.Principal', '*'),
      /AssumeRolePolicyDocument/,
    ],
    [
      'an override of the condition',
      () => cfn.addPropertyDeletionOverride('AssumeRolePolicyDocument.Statement.0.Condition'),
      /AssumeRolePolicyDocument/,
    ],
    [
      'managed policies on the L1',
      () => (cfn.managedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess']),
      /ManagedPolicyArns/,
    ],
    [
      'an override of managed policies',
      () => cfn.addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']),
      /ManagedPolicyArns/,
    ],
    ['inline policies on the L1', () => (cfn.policies = [{ policyName: 'p', policyDocument: {} }]), /Policies/],
    [
      'an aspect that comes last',
      () =>
        Aspects.of(app).add(
          {
            visit: (node) => {
              if (node === cfn) cfn.addOverride('Properties.Policies', [{}]);
            },
          },
          { priority: 1000 },
        ),
      /Policies/,
    ],
    [
      'a mixin',
      () => {
        cfn.with(new Opening());
      },
      /ManagedPolicyArns/,
    ],
    ['the type', () => cfn.addOverride('Type', 'AWS::IAM::User'), /type of/],
    ['its removal', () => role.node.tryRemoveChild('Resource'), /was removed/],
    [
      'the document of the grants',
      () => {
        role.addToPolicy(statement({}));
        (role.node.findChild('DefaultPolicy') as iam.Policy).document.addStatements(
          statement({ actions: ['dynamodb:*'] }),
        );
      },
      /'dynamodb:\*' allows/,
    ],
    ...(
      [
        ['a token', () => Lazy.string({ produce: () => '*' })],
        ['a join', () => Fn.join('', ['*'])],
        ['a substitution', () => Fn.sub('*')],
        ['the default of a parameter', () => new CfnParameter(stack, 'P', { default: '*' }).valueAsString],
        ['a branch', () => Fn.conditionIf('C', '*', 'arn:aws:dynamodb:eu-west-1:1:table/x').toString()],
      ] as [string, () => string][]
    ).map<[string, () => void, RegExp]>(([name, everything]) => [
      `everything, by ${name}`,
      () => {
        new CfnCondition(stack, 'C', { expression: Fn.conditionEquals(Aws.REGION, 'x') });
        role.addToPolicy(statement({ resources: [everything()] }));
      },
      /'dynamodb:GetItem' on '\*'/,
    ]),
    [
      'a substitution that names the role',
      () => {
        const roles = [Fn.sub(`\${${stack.resolve(cfn.logicalId) as string}}`)];
        new iam.CfnPolicy(stack, 'Raw', { policyName: 'p', policyDocument: {}, roles });
      },
      /attaches a policy/,
    ],
    [
      'a policy below the policy of the grants',
      () => {
        role.addToPolicy(statement({}));
        const scope = role.node.findChild('DefaultPolicy');
        new iam.CfnPolicy(scope, 'Raw', { policyName: 'p', policyDocument: {}, roles: [role.roleName] });
      },
      /attaches a policy/,
    ],
    [
      'the role by the name in its ARN',
      () => {
        const named = new ScopedRole(stack, 'Named', { roleName: 'books' });
        new SecureFunction(stack, 'First', { ...code, role: named });
        const other = iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::111122223333:role/books');
        new lambda.Function(stack, 'Second', { ...code, role: other });
      },
      /is the role of 'Stack\/First\/Resource' and 'Stack\/Second\/Resource'/,
    ],
    [
      'a condition of the grants',
      () => {
        role.addToPolicy(statement({ conditions: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }));
        const policy = role.node.findChild('DefaultPolicy').node.defaultChild as iam.CfnPolicy;
        policy.addPropertyDeletionOverride('PolicyDocument.Statement.0.Condition');
      },
      /'PolicyDocument' of .* was changed/,
    ],
    [
      'somebody else with the grants',
      () => {
        role.addToPolicy(statement({}));
        (role.node.findChild('DefaultPolicy') as iam.Policy).attachToUser(new iam.User(stack, 'User'));
      },
      /'Users' of .* was changed/,
    ],
    [
      'grants in a branch',
      () => {
        role.addToPolicy(statement({}));
        (role.node.findChild('DefaultPolicy').node.defaultChild as iam.CfnPolicy).addPropertyOverride(
          'PolicyDocument',
          {
            'Fn::If': ['C', { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }, { Ref: 'AWS::NoValue' }],
          },
        );
      },
      /'\*' allows/,
    ],
    [
      'an override of the grants',
      () => {
        role.addToPolicy(statement({}));
        (role.node.findChild('DefaultPolicy').node.defaultChild as iam.CfnPolicy).addPropertyOverride(
          'PolicyDocument.Statement.0.Resource',
          '*',
        );
      },
      /'dynamodb:GetItem' on '\*'/,
    ],
  ])('%s', (_, open, message) => {
    open();
    expect(() => app.synth()).toThrow(message);
  });

  test('a property injector is undone at once', () => {
    const injected = new App({ propertyInjectors: [new Injector()] });
    const scope = new Stack(injected, 'Stack');
    new ScopedRole(scope, 'Role');
    const resources = injected.synth().getStackByName('Stack').template as {
      Resources: Record<string, { Properties: object }>;
    };
    expect(JSON.stringify(resources)).not.toContain('AdministratorAccess');
    expect(JSON.stringify(resources)).not.toContain('"AWS":"*"');
  });

  test('a permissions boundary that was asked for and is taken away', () => {
    const bounded = new ScopedRole(stack, 'Bounded', {
      permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary'),
    });
    iam.PermissionsBoundary.of(bounded).clear();
    expect(() => app.synth()).toThrow(/PermissionsBoundary/);
  });

  test.each([
    ['nothing', { Ref: 'AWS::NoValue' }],
    ['a branch with nothing', { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, 'arn:aws:iam::111122223333:policy/b'] }],
  ])('a permissions boundary that becomes %s', (_, value) => {
    const permissionsBoundary = iam.ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary');
    const bounded = new ScopedRole(stack, 'Bounded', { permissionsBoundary });
    (bounded.node.defaultChild as iam.CfnRole).addPropertyOverride('PermissionsBoundary', value);
    expect(() => app.synth()).toThrow(/PermissionsBoundary/);
  });

  test('a second function, however it got the role', () => {
    new SecureFunction(stack, 'First', { ...code, role });
    expect(() => new SecureFunction(stack, 'Second', { ...code, role })).toThrow(/is that of 'Stack\/First'/);
    new lambda.Function(stack, 'Raw', { ...code, role });
    expect(() => app.synth()).toThrow(/give each function its own/);
  });

  test('a managed policy in another stack', () => {
    const other = new Stack(app, 'Other');
    new iam.ManagedPolicy(other, 'Managed', { roles: [role], statements: [statement({})] });
    expect(() => app.synth()).toThrow(/attaches a policy/);
  });
});

test('a role that somebody else made needs a reason', () => {
  const existing = iam.Role.fromRoleName(stack, 'Existing', 'team');
  expect(() => ScopedRole.existing(existing, ' ')).toThrow(/reason/);
  expect(() => ScopedRole.existing(role, 'a scoped role needs no reason')).toThrow(/pass it as it is/);
  expect(() => new SecureFunction(stack, 'Fn', { ...code, role: existing })).toThrow(/ScopedRole.existing/);
});

test('roles of the same name in stages of two accounts are two roles', () => {
  for (const account of ['111122223333', '444455556666']) {
    const stage = new Stage(app, `Stage${account}`, { env: { account, region: 'eu-west-1' } });
    const scope = new Stack(stage, 'Stack');
    new SecureFunction(scope, 'Fn', { ...code, role: new ScopedRole(scope, 'Named', { roleName: 'books' }) });
  }
  expect(() => app.synth()).not.toThrow();
});
