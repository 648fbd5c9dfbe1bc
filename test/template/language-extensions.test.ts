import { applicationOf, find, subject, withValue } from './templates';
import { evaluate, rules } from '../../src/rules';
import { dedent } from '../rules/rule-examples';

const extended = (template: string) => applicationOf(`Transform: AWS::LanguageExtensions\n${dedent(template)}`);

describe('a loop', () => {
  test('is written out, in keys and values and in loops within loops', () => {
    const app = extended(`
      Resources:
        'Fn::ForEach::Shops':
          - Shop
          - [Paris, Rome]
          - '\${Shop}Bucket':
              Type: AWS::S3::Bucket
              Properties:
                BucketName: !Sub 'books-\${Shop}-\${AWS::AccountId}'
                Tags: [{ Key: shop, Value: !Ref Shop }]
            'Fn::ForEach::Queues':
              - Kind
              - [in, 'out-going']
              - 'Queue\${Shop}&{Kind}':
                  Type: AWS::SQS::Queue
                  Properties: { QueueName: '\${Kind}' }
      Outputs:
        'Fn::ForEach::Names':
          - Shop
          - [Paris, Rome]
          - 'Name\${Shop}': { Value: !GetAtt '\${Shop}Bucket.Arn' }
    `);
    expect(app.resources.map(({ logicalId }) => logicalId)).toEqual([
      'ParisBucket',
      'QueueParisin',
      'QueueParisoutgoing',
      'RomeBucket',
      'QueueRomein',
      'QueueRomeoutgoing',
    ]);
    expect(find(app, 'ParisBucket').read('BucketName').text).toBe('books-Paris-${AWS::AccountId}');
    expect(find(app, 'RomeBucket').read('Tags.0.Value').scalar).toBe('Rome');
    expect(find(app, 'QueueRomeoutgoing').read('QueueName').scalar).toBe('out-going');
    expect(String(app.templates[0].output('NameParis'))).toBe('${ParisBucket.Arn}');
  });

  test('over what a parameter holds by default is written out for that', () => {
    const app = extended(`
      Parameters: { Names: { Type: CommaDelimitedList, Default: 'a,b' } }
      Resources:
        'Fn::ForEach::Queues': [Name, !Ref Names, { 'Queue\${Name}': { Type: AWS::SQS::Queue } }]
    `);
    expect(app.resources.map(({ logicalId }) => logicalId)).toEqual(['Queuea', 'Queueb']);
  });

  test('over what nobody knows has one turn, with a value that nobody knows', () => {
    const app = extended(`
      Parameters: { Names: { Type: CommaDelimitedList } }
      Resources:
        'Fn::ForEach::Queues':
          - Name
          - !Ref Names
          - 'Queue\${Name}': { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name, KmsMasterKeyId: !Sub 'x-\${Name}' } }
    `);
    const [queue] = app.ofType('AWS::SQS::Queue');
    expect(queue.read('QueueName').because).toBe('parameter "Names" has no default');
    expect(queue.read('KmsMasterKeyId').isUnknown).toBe(true);
  });

  test('in properties makes properties', () => {
    const app = extended(`
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            'Fn::ForEach::Switches': [Name, [Tags, Other], { '\${Name}': ['\${Name}'] }]
    `);
    expect(find(app, 'Table').properties.resolved).toEqual({ Tags: ['Tags'], Other: ['Other'] });
  });

  test('that turns without end in sight is an error that names the file', () => {
    const many = Array.from({ length: 200 }, (_, index) => `v${index}`);
    const Resources = {
      'Fn::ForEach::A': ['A', many, { 'Fn::ForEach::B': ['B', many, { 'Q${A}${B}': { Type: 'AWS::SQS::Queue' } }] }],
    };
    expect(() => applicationOf(JSON.stringify({ Resources }))).toThrow(/"Stack0.template.yaml".*more than 10000 turns/);
  });
});

describe('functions of the language extensions', () => {
  test('a map that has no such key gives its default value', () => {
    const Mappings = { Sizes: { small: { mb: 128 } } };
    const find_ = (key: unknown) => ({ 'Fn::FindInMap': ['Sizes', key, 'mb', { DefaultValue: 512 }] });
    expect(subject(withValue(find_('small'), { Mappings })).number).toBe(128);
    expect(subject(withValue(find_('large'), { Mappings })).number).toBe(512);
    const open = subject(withValue(find_({ Ref: 'AWS::Region' }), { Mappings }));
    expect(open.branches.map(({ number }) => number)).toEqual([128, 512]);
  });

  test('JSON text keeps its references', () => {
    const value = subject(withValue({ 'Fn::ToJsonString': { a: { Ref: 'Bucket' }, b: ['"', 1, true, null] } }));
    expect(value.text).toBe('{"a":"${Bucket}","b":["\\"",1,true,null]}');
    expect(value.target?.logicalId).toBe('Bucket');
  });

  test('the policy for deletion may depend on a condition', () => {
    const app = extended(`
      Conditions: { IsProduction: !Equals [!Ref 'AWS::Region', eu-west-1] }
      Resources:
        Bucket: { Type: AWS::S3::Bucket, DeletionPolicy: !If [IsProduction, Retain, Delete] }
    `);
    expect(find(app, 'Bucket').deletionPolicy.branches.map(({ scalar }) => scalar)).toEqual(['Retain', 'Delete']);
  });
});

describe('a macro', () => {
  const rule = rules.filter(({ id }) => id === 's3-bpa');
  const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
  const Properties = { PublicAccessBlockConfiguration: all };
  const Bucket = { Type: 'AWS::S3::Bucket', Properties };
  const macro = { 'Fn::Transform': { Name: 'Company::Mutate' } };
  const found = (template: object) =>
    evaluate(rule, applicationOf(JSON.stringify(template))).map(({ outcome, because }) => `${outcome}: ${because}`);

  test.each([
    ['named for the template', { Transform: ['AWS::LanguageExtensions', 'Company::Mutate'], Resources: { Bucket } }],
    ['among the resources', { Resources: { Bucket, ...macro } }],
    ['in place of a resource', { Resources: { Bucket, Other: macro } }],
  ])('%s may change everything in it', (_, template) => {
    const why = 'macro "Company::Mutate" may change every resource of the template';
    expect(found(template)).toEqual([`unknown: ${why}`]);
  });

  test.each([
    ['beside properties', { Bucket: { ...Bucket, Properties: { ...Properties, ...macro } } }],
    ['beside the type', { Bucket: { ...Bucket, ...macro } }],
  ])('%s may change them', (_, Resources) => {
    expect(found({ Resources })).toEqual(['unknown: macro "Company::Mutate" may change it']);
  });

  test.each(['Fn::\\u0054ransform', '\\u0046n::Transform'])('counts too where JSON writes its name as %s', (name) => {
    const text = JSON.stringify({ Resources: { Bucket: { ...Bucket, ...macro } } }).replace('Fn::Transform', name);
    const [{ because }] = evaluate(rule, applicationOf({ path: 'template.json', content: text }));
    expect(because).toBe('macro "Company::Mutate" may change it');
  });

  test('counts too where a loop puts its name together', () => {
    const loop = ['Name', ['Trans'], { 'Fn::${Name}form': { Name: 'Company::Mutate' } }];
    const looped = { ...Bucket, Properties: { ...Properties, 'Fn::ForEach::Made': loop } };
    const template = { Transform: 'AWS::LanguageExtensions', Resources: { Bucket: looped } };
    expect(found(template)).toEqual(['unknown: macro "Company::Mutate" may change it']);
  });

  test('does not take back what is written, but what is not written may come from it', () => {
    const open = { ...all, BlockPublicAcls: false };
    const beside = { PublicAccessBlockConfiguration: open, ...macro };
    expect(found({ Resources: { Bucket: { ...Bucket, Properties: beside } } })).toEqual(['fail: undefined']);
    const within = { PublicAccessBlockConfiguration: { BlockPublicAcls: true, ...macro } };
    expect(found({ Resources: { Bucket: { ...Bucket, Properties: within } } })[0]).toMatch(/^unknown: /);
    const alone = { PublicAccessBlockConfiguration: macro };
    expect(found({ Resources: { Bucket: { ...Bucket, Properties: alone } } })[0]).toMatch(/^unknown: /);
  });

  test('of AWS that the model understands changes nothing', () => {
    expect(found({ Transform: 'AWS::SecretsManager-2024-09-16', Resources: { Bucket } })).toEqual([]);
  });
});
