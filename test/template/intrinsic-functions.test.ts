import { subject, withValue } from './templates';

const parameters = {
  Name: { Type: 'String', Default: 'orders' },
  Free: { Type: 'String' },
  Size: { Type: 'Number', Default: 3 },
  Zones: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
  Ami: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/ami' },
  Only: { Type: 'String', AllowedValues: ['one'] },
};
const mappings = { Sizes: { prod: { memory: 1024 }, dev: { memory: 128 } }, Regions: { 'eu-west-1': { az: 'a' } } };
const sections = { Parameters: parameters, Mappings: mappings };

describe('what the template decides is plain', () => {
  test.each<[string, unknown, unknown]>([
    ['a string', 'plain', 'plain'],
    ['a parameter with a default', { Ref: 'Name' }, 'orders'],
    ['a number parameter', { Ref: 'Size' }, 3],
    ['a list parameter', { Ref: 'Zones' }, ['a', 'b', 'c']],
    ['a parameter with a single allowed value', { Ref: 'Only' }, 'one'],
    ['a pseudo-parameter, as a text that compares', { Ref: 'AWS::AccountId' }, '${AWS::AccountId}'],
    ['Sub', { 'Fn::Sub': 'arn:${AWS::Partition}:${Name}' }, 'arn:${AWS::Partition}:orders'],
    ['Sub with variables', { 'Fn::Sub': ['${A}-${Name}', { A: { Ref: 'Size' } }] }, '3-orders'],
    ['Sub with an escaped name', { 'Fn::Sub': '${!Name}' }, '${Name}'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }, 1]] }, 'a-orders-1'],
    ['Join of a list parameter', { 'Fn::Join': ['|', { Ref: 'Zones' }] }, 'a|b|c'],
    ['Split', { 'Fn::Split': [',', 'a,b'] }, ['a', 'b']],
    [
      'Split that keeps a pseudo-parameter whole',
      { 'Fn::Split': [':', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::x' }] },
      ['arn', '${AWS::Partition}', 's3', '', '', 'x'],
    ],
    ['Select', { 'Fn::Select': ['1', { 'Fn::Split': [',', 'a,b'] }] }, 'b'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'prod', 'memory'] }, 1024],
    ['FindInMap with a default value', { 'Fn::FindInMap': ['Sizes', 'none', 'memory', { DefaultValue: 7 }] }, 7],
    ['Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    ['Length', { 'Fn::Length': { Ref: 'Zones' } }, 3],
    ['ToJsonString', { 'Fn::ToJsonString': { a: [1] } }, '{"a":[1]}'],
    ['NoValue in a list', ['a', { Ref: 'AWS::NoValue' }], ['a']],
    ['NoValue in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['an object with a key like a function and another', { Ref: 'Name', Other: 1 }, { Ref: 'Name', Other: 1 }],
    [
      'names that every object has',
      { constructor: 1, toString: { Ref: 'Name' } },
      { constructor: 1, toString: 'orders' },
    ],
  ])('%s', (_, value, wanted) => {
    const read = subject(withValue(value, sections));
    expect(read.resolved).toEqual(wanted);
    expect(read.isKnown).toBe(true);
  });
});

describe('what refers to a resource is a reference', () => {
  test.each<[string, unknown, string, string | undefined]>([
    ['Ref', { Ref: 'Bucket' }, '${Bucket}', 'Ref'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, '${Bucket.Arn}', 'Arn'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Bucket.Arn' }, '${Bucket.Arn}', 'Arn'],
    ['Sub of nothing else', { 'Fn::Sub': '${Bucket}' }, '${Bucket}', 'Ref'],
    [
      'Sub',
      { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' },
      'arn:${AWS::Partition}:s3:::${Bucket}/*',
      undefined,
    ],
    ['Join', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] }, '${Bucket.Arn}/*', undefined],
  ])('%s', (_, value, text, attribute) => {
    const read = subject(withValue(value, sections));
    expect(read.isReference).toBe(true);
    expect(read.text).toBe(text);
    expect(read.target?.logicalId).toBe('Bucket');
    expect(read.attribute).toBe(attribute);
  });
});

test('the domain of an API, which the CDK takes out of its URL, refers to the API', () => {
  const url = { 'Fn::Sub': 'https://${Shop}.execute-api.${AWS::Region}.${AWS::URLSuffix}/prod/' };
  const Value = { 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] };
  const read = subject({
    Resources: {
      Shop: { Type: 'AWS::ApiGateway::RestApi' },
      Subject: { Type: 'Test::Subject', Properties: { Value } },
    },
  });
  expect(read.text).toBe('${Shop}.execute-api.${AWS::Region}.${AWS::URLSuffix}');
  expect(read.target?.logicalId).toBe('Shop');
});

describe('what is only known after deployment is unknown, and says why', () => {
  test.each<[string, unknown, RegExp]>([
    ['a parameter without default', { Ref: 'Free' }, /parameter "Free" has no default/],
    ['a parameter that SSM holds', { Ref: 'Ami' }, /parameter "Ami" is read from SSM/],
    ['a dynamic reference', '{{resolve:secretsmanager:db:SecretString:password}}', /dynamic reference/],
    ['a dynamic reference within a text', 'x{{resolve:ssm:/name}}y', /dynamic reference/],
    [
      'a dynamic reference that Fn::Sub puts together with a pseudo-parameter',
      { 'Fn::Sub': '{{resolve:secretsmanager:${AWS::StackName}-db:SecretString:password}}' },
      /dynamic reference/,
    ],
    [
      'a dynamic reference that Fn::Join puts together',
      { 'Fn::Join': ['', ['{{resolve:secretsmanager:', 'db', ':SecretString:password}}']] },
      /dynamic reference/,
    ],
    ['a text with an unknown piece', { 'Fn::Sub': 'a-${Free}-${Bucket}' }, /"Free" has no default/],
    ['a name that is nowhere', { Ref: 'Nobody' }, /neither a parameter nor a resource/],
    ['an attribute of nothing', { 'Fn::GetAtt': ['Nobody', 'Arn'] }, /not a resource/],
    ['an import of another application', { 'Fn::ImportValue': 'Elsewhere' }, /no template of the application exports/],
    ['availability zones', { 'Fn::GetAZs': '' }, /Fn::GetAZs/],
    [
      'a piece of an ARN that only exists later',
      { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Bucket', 'Arn'] }] }] },
      /Fn::(Select|Split)/,
    ],
    ['below a reference', { 'Fn::Select': [0, { Ref: 'Bucket' }] }, /Fn::Select/],
    ['a map entry that is not there', { 'Fn::FindInMap': ['Sizes', 'none', 'memory'] }, /Fn::FindInMap/],
    ['a malformed call', { 'Fn::Join': 'x' }, /Fn::Join/],
    ['a malformed condition', { 'Fn::If': {} }, /Fn::If/],
  ])('%s', (_, value, because) => {
    const read = subject(withValue(value, sections));
    expect(read.isUnknown).toBe(true);
    expect(read.because).toMatch(because);
    expect([read.isKnown, read.isReference, read.isAbsent]).toEqual([false, false, false]);
  });
});

describe('a value', () => {
  test('below something absent is absent, below something unknown is unknown, beyond a scalar is absent', () => {
    const read = subject(withValue({ A: { Ref: 'Free' }, B: { C: 1 } }, sections));
    expect(read.read('A.X').isUnknown).toBe(true);
    expect(read.read('N.X').isAbsent).toBe(true);
    expect(read.read('B.C').number).toBe(1);
    expect(read.read('B.C.D').isAbsent).toBe(true);
    expect(read.read('B.constructor').isAbsent).toBe(true);
  });

  test('compares as CloudFormation does: numbers and booleans may be written as text', () => {
    const read = subject(withValue({ T: 'true', F: false, N: '30', L: [1, 2] }));
    expect(read.read('T').isTrue).toBe(true);
    expect(read.read('F').isFalse).toBe(true);
    expect([read.read('X').isTrue, read.read('X').isFalse]).toEqual([false, false]);
    expect(read.read('N').number).toBe(30);
    expect(read.read('N').is(30)).toBe(true);
    expect(read.read('L.1').is('2')).toBe(true);
  });

  test('gives the elements of a list, a single thing as a list of one, and nothing for nothing', () => {
    const read = subject(withValue({ L: ['a', { Ref: 'Bucket' }], S: 'a', U: { Ref: 'Free' } }, sections));
    expect(read.read('L').items.map((item) => item.text)).toEqual(['a', '${Bucket}']);
    expect(read.read('S').items.map((item) => item.text)).toEqual(['a']);
    expect(read.read('X').items).toEqual([]);
    expect(read.read('U').items.map((item) => item.isUnknown)).toEqual([true]);
    expect(read.read('L').items[1].path).toEqual(['Properties', 'Value', 'L', '1']);
    expect(read.entries.map(([key]) => key)).toEqual(['L', 'S', 'U']);
  });

  test('prints itself as one would write it', () => {
    const read = subject(withValue({ L: ['a', { Ref: 'Bucket' }] }));
    expect(String(read)).toBe('{"L":["a","${Bucket}"]}');
    expect(String(read.read('L.0'))).toBe('"a"');
    expect(String(read.read('X'))).toBe('not set');
  });
});
