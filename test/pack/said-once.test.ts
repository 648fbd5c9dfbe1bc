import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { RuleLevelKind } from '../../src/pack/rule-level';
import { SecurityExceptions } from '../../src/pack/security-exceptions';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

const about = ['iam-admin', 'iam-aws-managed', 'iam-wildcard-action', 'lambda-role-managed-broad', 'lambda-role-star'];

function functionWith(statement: iam.PolicyStatementProps): { readonly stack: Stack; readonly role: iam.IRole } {
  const stack = new Stack(new App(), 'Orders');
  const fn = new lambda.Function(stack, 'Create', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {}'),
    initialPolicy: [new iam.PolicyStatement(statement)],
  });
  return { stack, role: fn.role! };
}

function foundIn(stack: Stack, props?: ConstructorParameters<typeof ServerlessSecurityChecks>[1]): string[] {
  const { violations } = new ServerlessSecurityChecks(undefined, props).validateScope(stack);
  return violations
    .filter(({ ruleName }) => about.includes(ruleName.replace(/\[.*$/, '')))
    .map(({ ruleName, severity }) => `${severity} ${ruleName}`)
    .sort();
}

const everythingOfTables = { actions: ['dynamodb:*'], resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/a'] };
const reason = 'the migration touches every table until it is done';

describe('what two rules find at one place for the same reason', () => {
  test('is told by the one that says more', () => {
    expect(foundIn(functionWith(everythingOfTables).stack)).toEqual(['error lambda-role-star']);
    expect(foundIn(functionWith({ actions: ['*'], resources: ['*'] }).stack)).toEqual(['error iam-admin']);
  });

  test('is told where only the other one looks', () => {
    const stack = new Stack(new App(), 'Orders');
    new iam.User(stack, 'Deployer').addToPolicy(new iam.PolicyStatement(everythingOfTables));
    expect(foundIn(stack)).toEqual(['error iam-wildcard-action']);
  });

  test('is told for each place: another action of the same statement is another finding', () => {
    const { stack, role } = functionWith(everythingOfTables);
    role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonS3FullAccess'));
    expect(foundIn(stack)).toEqual(['error lambda-role-managed-broad', 'error lambda-role-star']);
  });

  test('is accepted in one gesture', () => {
    const { stack, role } = functionWith(everythingOfTables);
    SecurityExceptions.of(role).accept({ rule: 'lambda-role-star', reason, owner: 'team-orders' });
    expect(foundIn(stack)).toEqual([]);
  });

  test('is told by the other one, too, where it is reported more mildly, or that would be hidden', () => {
    const levels = [{ rule: 'lambda-role-star', level: RuleLevelKind.WARNING, reason }];
    expect(foundIn(functionWith(everythingOfTables).stack, { levels })).toEqual([
      'error iam-wildcard-action',
      'warning lambda-role-star',
    ]);
  });

  test('is told by the other one where that is fatal, because nobody can accept it with something milder', () => {
    const { stack, role } = functionWith(everythingOfTables);
    SecurityExceptions.of(role).accept({ rule: 'lambda-role-star', reason, owner: 'team-orders' });
    const levels = [{ rule: 'iam-wildcard-action', level: RuleLevelKind.FATAL }];
    expect(foundIn(stack, { levels })).toEqual(['fatal iam-wildcard-action']);
  });

  test('is told by the other one where the rule that says more is off', () => {
    const levels = [{ rule: 'lambda-role-star', level: RuleLevelKind.OFF, reason }];
    expect(foundIn(functionWith(everythingOfTables).stack, { levels })).toEqual(['error iam-wildcard-action']);
  });
});
