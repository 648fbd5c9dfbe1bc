import { App, Aspects, CfnResource, type IPropertyInjector, type InjectionContext, Mixin, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
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
