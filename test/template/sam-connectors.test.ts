import { applicationOf, find } from './templates';
import { expandActions } from '../../src/facts/actions';
import { connectorPairs, connectorProfile } from '../../src/facts/sam/connectors';
import { accessTo } from '../../src/iam/access';
import { dedent } from '../rules/rule-examples';

const sam = (template: string) => applicationOf(`Transform: AWS::Serverless-2016-10-31\n${dedent(template)}`);

test.each(connectorPairs)('%s gives actions that AWS has', (pair) => {
  const [source, destination] = pair.split(' > ').map((type) => `AWS::${type}`);
  const { Read, Write } = connectorProfile(source, destination)!;
  const actions = [...Read, ...Write].flatMap((access) => access.actions);
  const retired = ['lambda:InvokeAsync', 's3:GetObjectTorrent', 's3:GetObjectVersionTorrent'];
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !retired.includes(action) && expandActions(action).length === 0)).toEqual([]);
});

test.each([
  [
    'a connector of its own',
    `Connect:
          Type: AWS::Serverless::Connector
          Properties: { Source: { Id: Reader }, Destination: { Id: Books }, Permissions: [Read] }`,
    '',
    'Connect.Properties',
  ],
  [
    'a connector at its source',
    '',
    'Connectors: { Connect: { Properties: { Destination: { Id: Books }, Permissions: [Read] } } }',
    'Reader.Connectors.Connect.Properties',
  ],
])('%s gives the role of the function what it stands for', (_, alone, embedded, place) => {
  const app = sam(`
      Resources:
        Reader:
          Type: AWS::Serverless::Function
          Properties: { Handler: index.handler }
          ${embedded}
        Books: { Type: AWS::Serverless::SimpleTable }
        ${alone}
  `);
  const access = accessTo(app, find(app, 'Books')).map(
    ({ who, action, verdict }) => `${String(who)} ${verdict.decision} ${action}`,
  );
  expect(access).toContain('ReaderRole allowed dynamodb:GetItem');
  expect(access.filter((one) => one.includes('PutItem'))).toEqual([]);
  const policy = app
    .policiesOf(find(app, 'ReaderRole'))
    .map(({ source }) => source)
    .find((one) => one.is('AWS::IAM::ManagedPolicy'))!;
  const written = policy.writtenAt(['Properties', 'PolicyDocument']);
  expect([written.resource.logicalId, ...written.path].join('.')).toBe(place);
});

test('services get permissions of queues, topics and functions, for their own source only', () => {
  const app = sam(`
    Resources:
      News: { Type: AWS::SNS::Topic, Connectors: { Out: { Properties: { Destination: [{ Id: Orders }, { Id: Worker }], Permissions: [Write] } } } }
      Orders: { Type: AWS::SQS::Queue }
      Worker: { Type: AWS::Serverless::Function, Properties: { Handler: index.handler } }
      Rule: { Type: AWS::Events::Rule, Connectors: { Out: { Properties: { Destination: { Id: News }, Permissions: Write } } } }
      Shop:
        Type: AWS::Serverless::HttpApi
        Connectors: { Call: { Properties: { SourceReference: { Qualifier: Prod/GET/x }, Destination: { Id: Worker }, Permissions: [Write] } } }
  `);
  const policy = find(app, 'NewsOutDestination0QueuePolicy');
  expect(policy.read('Queues').items[0].target).toBe(find(app, 'Orders'));
  expect(
    policy.read('PolicyDocument.Statement').items[0].read('Condition.ArnEquals').read(['aws:SourceArn']).target,
  ).toBe(find(app, 'News'));
  expect(find(app, 'RuleOutTopicPolicy').read('Topics').items[0].target).toBe(find(app, 'News'));
  const permission = find(app, 'NewsOutDestination1WriteLambdaPermission');
  expect([permission.read('FunctionName').target, permission.read('SourceArn').target]).toEqual([
    find(app, 'Worker'),
    find(app, 'News'),
  ]);
  expect(find(app, 'ShopCallWriteLambdaPermission').read('SourceArn').text).toBe(
    'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Shop}/Prod/GET/x',
  );
});

test.each([
  ['between types that SAM does not connect', '{ Id: Key }', 'Key: { Type: AWS::KMS::Key }'],
  ['to something that only the deployment names', '{ Type: AWS::New::Thing, Arn: !ImportValue thing }', ''],
  ['to what is not there', '{ Id: Nowhere }', ''],
  ['to an import', '!ImportValue thing', ''],
])('a connector %s makes it unknown what the role may do', (_, destination, more) => {
  const app = sam(`
      Resources:
        Reader: { Type: AWS::Serverless::Function, Properties: { Handler: index.handler } }
        Connect:
          Type: AWS::Serverless::Connector
          Properties: { Source: { Id: Reader }, Destination: ${destination}, Permissions: [Read] }
        ${more}
  `);
  const documents = app.policiesOf(find(app, 'ReaderRole')).flatMap(({ document }) => document ?? []);
  expect(documents.map(({ isUnknown }) => isUnknown)).toEqual([true]);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'text'],
  ['a list', [1]],
  ['a function', { Ref: 'X' }],
])('no connector whose parts are %s is an exception', (_, part) => {
  const Properties = { Source: part, Destination: part, Permissions: part };
  const app = applicationOf(
    JSON.stringify({
      Resources: {
        One: { Type: 'AWS::Serverless::Connector', Properties },
        Two: { Type: 'AWS::SNS::Topic', Connectors: { A: part, B: { Properties } } },
      },
    }),
  );
  expect(app.resources.length).toBeGreaterThan(1);
});
