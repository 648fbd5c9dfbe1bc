import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationOf, find } from './templates';
import { Application } from '../../src/template';

describe('references lead', () => {
  const producer = `
    Resources:
      Bucket: { Type: AWS::S3::Bucket }
    Outputs:
      BucketArn: { Value: !GetAtt Bucket.Arn, Export: { Name: !Sub 'shared-\${AWS::Region}' } }
  `;

  test('through exports and imports', () => {
    const app = applicationOf(
      producer,
      `
      Resources:
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties: { Description: !ImportValue { 'Fn::Sub': 'shared-\${AWS::Region}' } }
    `,
    );
    const value = find(app, 'Policy').read('Description');
    expect(value.target).toBe(find(app, 'Bucket'));
    expect(app.references(find(app, 'Bucket')).incoming).toEqual([find(app, 'Policy')]);
    expect(app.references(find(app, 'Policy')).outgoing).toEqual([find(app, 'Bucket')]);
  });

  test('through the weak references that the CDK writes', () => {
    const app = applicationOf(
      { path: 'Producer.template.json', content: producer },
      `
      Resources:
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Description:
              Fn::GetStackOutput: { StackName: Producer, Region: eu-west-1, OutputName: BucketArn }
            Path:
              Fn::GetStackOutput: { StackName: Producer, OutputName: Nothing }
    `,
    );
    expect(find(app, 'Policy').read('Description').target).toBe(find(app, 'Bucket'));
    expect(find(app, 'Policy').read('Path').because).toMatch(/no stack "Producer" of the application has an output/);
  });

  test('to the stack of the same environment, where a name exists in several', () => {
    const stack = (name: string, region: string, content: string) => ({
      path: `${name}-${region}.json`,
      content,
      stack: { name, environment: `111122223333/${region}` },
    });
    const consumer = `
      Resources:
        Subject: { Type: 'Test::Subject', Properties: { Value: !ImportValue shared } }
    `;
    const exporting = producer.replace("!Sub 'shared-${AWS::Region}'", 'shared');
    const app = applicationOf(
      stack('Producer', 'eu-west-1', exporting),
      stack('Producer', 'us-east-1', exporting),
      stack('Consumer', 'us-east-1', consumer),
    );
    expect(find(app, 'Subject').read('Value').target?.template.path).toBe('Producer-us-east-1.json');
  });

  test.each([
    ['the asset that the CDK names', "Metadata: { 'aws:asset:path': child.yaml }"],
    ['the URL of a file', 'DependsOn: Bucket'],
  ])('into nested stacks and out of them, found by %s', (_, found) => {
    const app = applicationOf(
      {
        path: 'stacks/parent.yaml',
        content: `
          Resources:
            Bucket: { Type: AWS::S3::Bucket }
            Child:
              Type: AWS::CloudFormation::Stack
              ${found}
              Properties: { TemplateURL: ./child.yaml, Parameters: { Target: !Ref Bucket } }
            Subject: { Type: 'Test::Subject', Properties: { Value: !GetAtt Child.Outputs.QueueArn } }
        `,
      },
      {
        path: 'stacks/child.yaml',
        content: `
          Parameters: { Target: { Type: String } }
          Resources:
            Queue: { Type: AWS::SQS::Queue }
            Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Target } }
          Outputs:
            QueueArn: { Value: !GetAtt Queue.Arn }
        `,
      },
    );
    expect(find(app, 'Subject').read('Value').target).toBe(find(app, 'Queue'));
    expect(find(app, 'Policy').read('Bucket').target).toBe(find(app, 'Bucket'));
    expect(app.attachedTo(find(app, 'Bucket'), 'AWS::S3::BucketPolicy', 'Bucket')).toEqual([find(app, 'Policy')]);
  });

  test('to what says the name of a resource instead of referring to it', () => {
    const app = applicationOf(`
      Resources:
        Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: reports } }
        Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: reports } }
        Other: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: others } }
    `);
    expect(app.attachedTo(find(app, 'Bucket'), 'AWS::S3::BucketPolicy', 'Bucket')).toEqual([find(app, 'Policy')]);
  });

  test('to what says the same parameter as the name of a resource does, whether it has a default or not', () => {
    const app = applicationOf(`
      Parameters: { Known: { Type: String, Default: reports }, Later: { Type: String }, Stage: { Type: String, AllowedValues: [a, b] } }
      Resources:
        One: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Known } }
        Two: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub '\${Later}-\${AWS::Region}' } }
        Three: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'logs-\${Stage}' } }
        OfOne: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Known } }
        OfTwo: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Join ['-', [!Ref Later, !Ref AWS::Region]] } }
        OfThree: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Sub 'logs-\${Stage}' } }
        OfOther: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Later } }
    `);
    const policies = (id: string) =>
      app.attachedTo(find(app, id), 'AWS::S3::BucketPolicy', 'Bucket').map(({ logicalId }) => logicalId);
    const outcomes = app.inEveryWorld(() => ['One', 'Two', 'Three'].map(policies));
    expect(outcomes.length).toBeGreaterThan(0);
    for (const outcome of outcomes) expect(outcome?.result).toEqual([['OfOne'], ['OfTwo'], ['OfThree']]);
  });

  test('not to what says a parameter of the same name in another template', () => {
    const one =
      'Parameters: { Name: { Type: String } }\nResources:\n  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Name } }';
    const two =
      'Parameters: { Name: { Type: String } }\nResources:\n  Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Name } }';
    const app = applicationOf(one, two);
    expect(app.attachedTo(find(app, 'Bucket'), 'AWS::S3::BucketPolicy', 'Bucket')).toEqual([]);
  });

  test('only to the branch that holds', () => {
    const app = applicationOf(`
      Conditions: { A: !Equals [!Ref AWS::Region, a] }
      Resources:
        One: { Type: AWS::S3::Bucket }
        Two: { Type: AWS::S3::Bucket }
        Policy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !If [A, !Ref One, !Ref Two] } }
    `);
    const policies = (id: string) => app.attachedTo(find(app, id), 'AWS::S3::BucketPolicy', 'Bucket').length;
    const outcomes = app.inEveryWorld(() => [policies('One'), policies('Two')]);
    expect(outcomes.map((outcome) => outcome?.result)).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

test('the policies of a role are found wherever they are attached', () => {
  const document = (sid: string) =>
    `{ Statement: [{ Sid: ${sid}, Effect: Allow, Action: 's3:GetObject', Resource: '*' }] }`;
  const app = applicationOf(
    `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          RoleName: worker
          Policies: [{ PolicyName: inline, PolicyDocument: ${document('Inline')} }]
          ManagedPolicyArns:
            - arn:aws:iam::aws:policy/AdministratorAccess
            - !Ref Listed
            - !Ref Both
      Separate: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref Role], PolicyDocument: ${document('Separate')} } }
      Listed: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('Listed')} } }
      Both: { Type: AWS::IAM::ManagedPolicy, Properties: { Roles: [!Ref Role], PolicyDocument: ${document('Both')} } }
      Others: { Type: AWS::IAM::Policy, Properties: { Roles: [other], PolicyDocument: ${document('Others')} } }
    Outputs:
      Role: { Value: !Ref Role, Export: { Name: role } }
  `,
    `
    Resources:
      Elsewhere: { Type: AWS::IAM::RolePolicy, Properties: { RoleName: !ImportValue role, PolicyDocument: ${document('Elsewhere')} } }
      ByName: { Type: AWS::IAM::Policy, Properties: { Roles: [worker], PolicyDocument: ${document('ByName')} } }
  `,
  );
  const policies = app.policiesOf(find(app, 'Role'));
  expect(policies.map(({ document: found, arn }) => found?.read('Statement.0.Sid').text ?? arn?.text).sort()).toEqual([
    'Both',
    'ByName',
    'Elsewhere',
    'Inline',
    'Listed',
    'Separate',
    'arn:aws:iam::aws:policy/AdministratorAccess',
  ]);
});

test('a role that is not part of the application has no target, and its value says what it is', () => {
  const app = applicationOf(`
    Parameters: { Role: { Type: String } }
    Resources:
      None: { Type: AWS::Lambda::Function }
      Literal: { Type: AWS::Lambda::Function, Properties: { Role: 'arn:aws:iam::111122223333:role/shared' } }
      Given: { Type: AWS::Lambda::Function, Properties: { Role: !Ref Role } }
      Imported: { Type: AWS::Lambda::Function, Properties: { Role: !ImportValue shared-role } }
      Own: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt RoleOfOwn.Arn } }
      RoleOfOwn: { Type: AWS::IAM::Role }
  `);
  const role = (id: string) => find(app, id).read('Role');
  expect(role('None').isAbsent).toBe(true);
  expect([role('Literal').isKnown, role('Literal').target]).toEqual([true, undefined]);
  expect([role('Given').isUnknown, role('Given').target]).toEqual([true, undefined]);
  expect([role('Imported').isUnknown, role('Imported').target]).toEqual([true, undefined]);
  expect(role('Own').target).toBe(find(app, 'RoleOfOwn'));
});

describe('a file that is no template is an error that names it', () => {
  test.each([
    ['empty', '', /template "bad.json" is empty/],
    ['blank', ' \n', /template "bad.json" is empty/],
    ['broken JSON', '{ "Resources": ', /template "bad.json" is not valid JSON/],
    ['broken YAML', 'Resources:\n  A: [', /template "bad.json" is not valid YAML/],
    [
      'YAML with a key twice',
      'Resources:\n  A: { Type: X }\n  A: { Type: Y }',
      /"bad.json" is not valid YAML.*unique/s,
    ],
    ['a list', '[]', /"bad.json" is not a CloudFormation template: it holds a list/],
    ['a text', 'hello', /"bad.json" is not a CloudFormation template: it holds a string/],
    ['something else', '{"name":"x"}', /"bad.json" is not a CloudFormation template: it has no "Resources" object/],
    [
      'resources in a list',
      '{"Resources":[]}',
      /"bad.json" is not a CloudFormation template: "Resources" holds a list/,
    ],
    [
      'a resource without type',
      '{"Resources":{"A":{}}}',
      /"bad.json" is not a CloudFormation template: resource "A" has no "Type"/,
    ],
    ['binary', '\u0000\u0001\u0002', /"bad.json"/],
  ])('%s', (_, content, message) => {
    expect(() => applicationOf({ path: 'bad.json', content })).toThrow(message);
  });

  test('a file that is not there', () => {
    expect(() => Application.load(['/nowhere/template.json'])).toThrow(
      /template "\/nowhere\/template.json" cannot be read/,
    );
  });
});

test('YAML says the same as JSON, short tags and all', () => {
  const yaml = applicationOf(`
    Resources:
      Subject:
        Type: Test::Subject
        Properties:
          Version: 2012-10-17
          Account: '012345678901'
          On: !If [C, !Ref AWS::NoValue, !Select [0, !Split [',', 'a,b']]]
          Sub: !Sub
            - '\${A}:\${B}'
            - { A: !GetAtt Subject.Arn, B: !FindInMap [M, a, b] }
          Merged: { <<: &defaults { x: 1, y: 2 }, y: 3 }
          Again: *defaults
    Mappings: { M: { a: { b: c } } }
    Conditions: { C: !Not [!Equals [a, a]] }
  `);
  expect(find(yaml, 'Subject').properties.read('Version').text).toBe('2012-10-17');
  expect(find(yaml, 'Subject').read('Account').text).toBe('012345678901');
  expect(find(yaml, 'Subject').read('On').text).toBe('a');
  expect(find(yaml, 'Subject').read('Sub').text).toBe('${Subject.Arn}:c');
  expect(find(yaml, 'Subject').read('Merged').resolved).toEqual({ x: 1, y: 3 });
  expect(find(yaml, 'Subject').read('Again').resolved).toEqual({ x: 1, y: 2 });
});

test('files are read from disk', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'templates-')), 'a.template.json');
  writeFileSync(
    file,
    '\uFEFF{"Resources":{"Bucket":{"Type":"AWS::S3::Bucket","Metadata":{"aws:cdk:path":"A/Bucket/Resource"}}}}',
  );
  expect(find(Application.load([file]), 'Bucket').constructPath).toBe('A/Bucket/Resource');
});

test('what stands beside the properties can be read', () => {
  const app = applicationOf(`
    Resources:
      Bucket: { Type: AWS::S3::Bucket, DeletionPolicy: Retain, DependsOn: [Queue], Condition: C }
      Queue: { Type: AWS::SQS::Queue, DependsOn: Bucket }
  `);
  const bucket = find(app, 'Bucket');
  expect(bucket.deletionPolicy.is('Retain')).toBe(true);
  expect(bucket.updateReplacePolicy.isAbsent).toBe(true);
  expect(bucket.dependsOn).toEqual(['Queue']);
  expect(find(app, 'Queue').dependsOn).toEqual(['Bucket']);
  expect(bucket.condition).toBe('C');
});
