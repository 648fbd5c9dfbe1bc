import { applicationOf, find } from './templates';
import { expandActions } from '../../src/facts/actions';
import { policyTemplate, policyTemplateNames } from '../../src/facts/sam/policy-templates';
import { isUnlistedAction } from '../../src/facts/unlisted-actions';
import { accessTo } from '../../src/iam/access';
import type { Application } from '../../src/template';
import { dedent } from '../rules/rule-examples';

const withPolicies = (policies: unknown, sections: object = {}) =>
  applicationOf(
    JSON.stringify({
      ...sections,
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Books: { Type: 'AWS::DynamoDB::Table' },
        Reader: { Type: 'AWS::Serverless::Function', Properties: { Handler: 'index.handler', Policies: policies } },
      },
    }),
  );

const documents = (app: Application) =>
  app.policiesOf(find(app, 'ReaderRole')).flatMap(({ document }) => (document ? [document] : []));
const managed = (app: Application) => app.policiesOf(find(app, 'ReaderRole')).flatMap(({ arn }) => arn?.text ?? []);
const basic = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

describe('a policy template', () => {
  test.each(policyTemplateNames)('%s allows actions that AWS has, on ARNs whose every part is given', (name) => {
    for (const { actions, resources, condition } of policyTemplate(name)!) {
      const strange = actions.filter((action) => !isUnlistedAction(action) && expandActions(action).length === 0);
      expect(strange).toEqual([]);
      for (const arn of [...resources, ...(condition?.slice(1) ?? [])]) {
        expect(arn).toMatch(/^(\*|\$\{\w+Arn\}|arn:\$\{AWS::Partition\}:[a-z0-9]+:[^:]*:[^:]*:\S+)$/);
      }
    }
  });

  test('gives a role what it allows, on the resource that it names', () => {
    const app = withPolicies([{ DynamoDBReadPolicy: { TableName: { Ref: 'Books' } } }]);
    const [document] = documents(app);
    expect(
      document
        .read('Statement')
        .items[0].read('Resource')
        .items.map(({ text }) => text),
    ).toEqual([
      'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Books}',
      'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Books}/index/*',
    ]);
    const actions = accessTo(app, find(app, 'Books')).map(
      ({ who, action, verdict }) => `${String(who)} ${verdict.decision} ${action}`,
    );
    expect(actions).toContain('ReaderRole allowed dynamodb:GetItem');
    expect(actions).not.toContain('ReaderRole allowed dynamodb:PutItem');
  });

  test('keeps its condition', () => {
    const [document] = documents(withPolicies({ AWSSecretsManagerRotationPolicy: { FunctionName: 'rotate' } }));
    expect(document.read('Statement').items[0].read('Condition').resolved).toEqual({
      StringEquals: {
        'secretsmanager:resource/AllowRotationLambdaArn':
          'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:rotate',
      },
    });
  });

  test.each<[string, unknown]>([
    ['that SAM does not have', [{ NobodyKnowsPolicy: {} }]],
    ['without what it needs', [{ DynamoDBReadPolicy: {} }]],
    ['of which only the deployment knows the parameters', [{ DynamoDBReadPolicy: { Ref: 'X' } }]],
    ['beside another', [{ DynamoDBReadPolicy: { TableName: 'a' }, SQSPollerPolicy: { QueueName: 'a' } }]],
    ['that is a number', [7]],
  ])('%s makes the policy unknown, or what it allows it on', (_, policies) => {
    const [document, ...others] = documents(withPolicies(policies));
    expect(others).toEqual([]);
    const resources = document.read('Statement').items.flatMap((statement) => statement.read('Resource').items);
    expect(document.isUnknown || (resources.length > 0 && resources.every((one) => one.isUnknown))).toBe(true);
  });
});

describe('the policies of a function', () => {
  const Conditions = { Wide: { 'Fn::Equals': [{ 'Fn::ImportValue': 'wide' }, 'on'] } };
  const noValue = { Ref: 'AWS::NoValue' };
  const seen = (policies: unknown) => {
    const app = withPolicies(policies, { Conditions });
    return app
      .inEveryWorld(() => [
        managed(app).filter((arn) => arn !== basic),
        documents(app).map((one) => one.read('Statement').items.length),
      ])
      .map((outcome) => outcome?.result);
  };
  const statement = { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };

  test.each<[string, unknown, unknown]>([
    ['one name', 'ReadOnlyAccess', [[['arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess'], []]]],
    ['one ARN', 'arn:aws:iam::aws:policy/A', [[['arn:aws:iam::aws:policy/A'], []]]],
    ['one document', statement, [[[], [1]]]],
    [
      'a name or a document, by a condition',
      [{ 'Fn::If': ['Wide', 'arn:a', statement] }],
      [
        [['arn:a'], []],
        [[], [1]],
      ],
    ],
    [
      'a document or nothing',
      [{ 'Fn::If': ['Wide', statement, noValue] }],
      [
        [[], [1]],
        [[], []],
      ],
    ],
    [
      'a policy template or nothing',
      [{ 'Fn::If': ['Wide', { SSMParameterReadPolicy: { ParameterName: 'a' } }, noValue] }],
      [
        [[], [2]],
        [[], []],
      ],
    ],
    [
      'one list or another',
      { 'Fn::If': ['Wide', ['arn:a', statement], ['arn:b']] },
      [
        [['arn:a'], [1]],
        [['arn:b'], []],
      ],
    ],
    ['nothing', null, [[[], []]]],
  ])('may be %s', (_, policies, wanted) => {
    expect(seen(policies)).toEqual(wanted);
  });

  test('stand where they were written', () => {
    const app = withPolicies(['ReadOnlyAccess', { SQSPollerPolicy: { QueueName: 'a' } }, statement]);
    const role = find(app, 'ReaderRole');
    const place = (path: string) => role.writtenAt(['Properties', ...path.split('.')]).path.join('.');
    expect([
      place('ManagedPolicyArns.1'),
      place('Policies.0.PolicyDocument.Statement.0.Action'),
      place('Policies.1.PolicyDocument.Statement.0.Action'),
    ]).toEqual(['Properties.Policies.0', 'Properties.Policies.1', 'Properties.Policies.2.Statement.0.Action']);
  });

  test('may be anything where only the deployment knows them', () => {
    const app = applicationOf(
      dedent(`
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Reader: { Type: AWS::Serverless::Function, Properties: { Policies: !Split [',', !ImportValue policies] } }
      `),
    );
    expect(managed(app).some((arn) => arn.includes('Fn::Split'))).toBe(true);
  });
});
