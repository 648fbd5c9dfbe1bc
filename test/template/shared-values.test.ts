import { App, CfnResource, Fn, NestedStack, Stack, aws_ssm as ssm } from 'aws-cdk-lib';
import { applicationOf, find } from './templates';
import { StageTemplates } from '../../src/pack/stage-templates';
import type { TemplateSource } from '../../src/template';

const stack = (
  name: string,
  environment: string | undefined,
  resources: object,
  more: object = {},
): TemplateSource => ({
  path: `${name}.${environment?.replace('/', '.') ?? 'anywhere'}.json`,
  content: JSON.stringify({ ...more, Resources: resources }),
  stack: { name, ...(environment && { environment }) },
});
const reading = (value: unknown) => ({ Subject: { Type: 'Test::Subject', Properties: { Value: value } } });
const ireland = '111122223333/eu-west-1';
const virginia = '111122223333/us-east-1';
const elsewhere = '444455556666/eu-west-1';

/** What `Subject` in the last stack reads. */
function seen(...stacks: readonly TemplateSource[]): string {
  const value = find(applicationOf(...stacks), 'Subject').read('Value');
  return value.target
    ? `${value.target.template.path} ${value.target.logicalId}`
    : (value.because ?? String(value.text));
}

describe('the forms in which the CDK writes references between stacks', () => {
  test.each(['strong', 'weak', 'both'])('lead to the resource, from the same Region and others (%s)', (strength) => {
    const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': strength } });
    const env = (region: string) => ({ env: { region, account: '111122223333' }, crossRegionReferences: true });
    const producer = new Stack(app, 'Producer', env('us-east-1'));
    const address = new CfnResource(producer, 'Address', { type: 'AWS::EC2::EIP' });
    const use = (scope: Stack, id: string) =>
      new CfnResource(scope, id, { type: 'Test::Subject', properties: { Value: address.getAtt('AllocationId') } });
    use(new Stack(app, 'Same', env('us-east-1')), 'InSameRegion');
    const consumer = new Stack(app, 'Consumer', env('eu-west-1'));
    use(consumer, 'InOtherRegion');
    use(new NestedStack(consumer, 'Nested'), 'InNested');
    app.synth();
    const { application } = new StageTemplates(app);
    const targets = ['InSameRegion', 'InOtherRegion', 'InNested'].map(
      (id) => find(application, id).read('Value').target?.logicalId,
    );
    expect(targets).toEqual(['Address', 'Address', 'Address']);
    expect(application.references(find(application, 'Address')).incoming.length).toBeGreaterThanOrEqual(3);
  });

  test('through a parameter of Parameter Store too, read as the L2 reads it', () => {
    const app = new App();
    const producer = new Stack(app, 'Producer');
    const queue = new CfnResource(producer, 'Queue', { type: 'AWS::SQS::Queue' });
    new ssm.StringParameter(producer, 'Stored', {
      parameterName: '/shop/queue',
      stringValue: queue.getAtt('Arn').toString(),
    });
    const consumer = new Stack(app, 'Consumer');
    const read = (id: string, Value: unknown) =>
      new CfnResource(consumer, id, { type: 'Test::Subject', properties: { Value } });
    read('ByType', ssm.StringParameter.valueForStringParameter(consumer, '/shop/queue'));
    read('ByReference', '{{resolve:ssm:/shop/queue}}');
    read('InText', Fn.join('', ['{{resolve:ssm:/shop/queue}}', '/*']));
    app.synth();
    const { application } = new StageTemplates(app);
    for (const id of ['ByType', 'ByReference', 'InText']) {
      expect(find(application, id).read('Value').target).toBe(find(application, 'Queue'));
    }
  });
});

describe('a name means something in one account and Region only', () => {
  const queue = { Queue: { Type: 'AWS::SQS::Queue' } };
  const outputs = { Outputs: { Out: { Value: { Ref: 'Queue' }, Export: { Name: 'shared' } } } };
  const imported = reading({ 'Fn::ImportValue': 'shared' });

  test.each<[string, readonly string[], string | undefined, string]>([
    ['the one in the same place', [virginia, ireland], ireland, 'Producer.111122223333.eu-west-1.json Queue'],
    ['none from another Region', [virginia], ireland, 'no template of the application exports "shared"'],
    ['none from another account', [elsewhere], ireland, 'no template of the application exports "shared"'],
    [
      'the only one where nobody knows where it is read',
      [virginia],
      undefined,
      'Producer.111122223333.us-east-1.json Queue',
    ],
    ['none of several there', [virginia, ireland], undefined, 'several templates of the application export "shared"'],
  ])('an import finds %s', (_, places, reader, wanted) => {
    const producers = places.map((place) => stack('Producer', place, queue, outputs));
    expect(seen(...producers, stack('Consumer', reader, imported))).toBe(wanted);
  });

  test.each<[object, string]>([
    [{ Region: 'us-east-1' }, 'Producer.111122223333.us-east-1.json Queue'],
    [{}, 'Producer.111122223333.eu-west-1.json Queue'],
    [{ RoleArn: 'arn:aws:iam::444455556666:role/x' }, 'Producer.444455556666.eu-west-1.json Queue'],
    [
      { RoleArn: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::444455556666:role/x']] } },
      'Producer.444455556666.eu-west-1.json Queue',
    ],
    [{ Region: 'ap-south-1' }, 'no stack "Producer" of the application has an output "Out"'],
    [{ Region: { 'Fn::ImportValue': 'x' } }, 'no template of the application exports "x"'],
  ])('the output of a stack is read where it says (%j)', (where, wanted) => {
    const producers = [virginia, ireland, elsewhere].map((place) => stack('Producer', place, queue, outputs));
    const value = { 'Fn::GetStackOutput': { StackName: 'Producer', OutputName: 'Out', ...where } };
    expect(seen(...producers, stack('Consumer', ireland, reading(value)))).toBe(wanted);
  });

  test('names may say where the stack is, and what it is called', () => {
    const sub = (text: string) => ({ 'Fn::Sub': text });
    const exporting = (name: unknown) => ({ Outputs: { Out: { Value: { Ref: 'Queue' }, Export: { Name: name } } } });
    const importing = reading({ 'Fn::ImportValue': 'Network-eu-west-1' });
    const network = stack('Network', ireland, queue, exporting(sub('${AWS::StackName}-${AWS::Region}')));
    expect(seen(network, stack('Consumer', ireland, importing))).toBe('Network.111122223333.eu-west-1.json Queue');
  });

  test.each<[string, unknown, object, string]>([
    [
      'what is stored there',
      '{{resolve:ssm:/a}}',
      { Name: '/a', Value: { Ref: 'Queue' } },
      'Producer.111122223333.eu-west-1.json Queue',
    ],
    [
      'nothing of another name',
      '{{resolve:ssm:/b}}',
      { Name: '/a', Value: 'x' },
      'a dynamic reference is read at deployment',
    ],
    [
      'nothing of an older version',
      '{{resolve:ssm:/a:1}}',
      { Name: '/a', Value: 'x' },
      'a dynamic reference is read at deployment',
    ],
    ['no secret', '{{resolve:ssm-secure:/a}}', { Name: '/a', Value: 'x' }, 'a dynamic reference is read at deployment'],
    ['a plain value', '{{resolve:ssm:/a}}', { Name: '/a', Value: 'x' }, 'x'],
    [
      'not itself',
      '{{resolve:ssm:/a}}',
      { Name: '/a', Value: '{{resolve:ssm:/a}}' },
      'parameter "/a" in Parameter Store depends on itself',
    ],
  ])('a dynamic reference finds %s', (_, value, Properties, wanted) => {
    const Stored = { Type: 'AWS::SSM::Parameter', Properties };
    expect(seen(stack('Producer', ireland, { ...queue, Stored }), stack('Consumer', ireland, reading(value)))).toBe(
      wanted,
    );
  });

  test('a nested stack gets the name of what it reads from Parameter Store', () => {
    const app = applicationOf(
      {
        path: 'parent.yaml',
        content: `
          Resources:
            Stored: { Type: AWS::SSM::Parameter, Properties: { Name: /a, Value: stored } }
            Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { P: /a, L: /b } } }
        `,
      },
      {
        path: 'child.yaml',
        content: `
          Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>' }, L: { Type: 'AWS::SSM::Parameter::Value<List<String>>' } }
          Resources:
            Subject: { Type: 'Test::Subject', Properties: { Value: [!Ref P, !Ref L] } }
            Other: { Type: AWS::SSM::Parameter, Properties: { Name: /b, Value: 'x,y' } }
        `,
      },
    );
    expect(find(app, 'Subject').read('Value').resolved).toEqual(['stored', ['x', 'y']]);
  });

  test('what is stored under a condition is there only where it holds', () => {
    const Stored = { Type: 'AWS::SSM::Parameter', Condition: 'C', Properties: { Name: '/a', Value: 'x' } };
    const Conditions = { C: { 'Fn::Equals': [{ 'Fn::ImportValue': 'y' }, 'on'] } };
    const app = applicationOf(
      stack('Producer', ireland, { Stored }, { Conditions }),
      stack('Consumer', ireland, reading('{{resolve:ssm:/a}}')),
    );
    const read = () => find(app, 'Subject').read('Value').text;
    expect(app.inEveryWorld(read).map((outcome) => outcome?.result)).toEqual(['x', '{{resolve:ssm:/a}}']);
  });
});

test('a loop over what another template leaves has one turn, with a value that nobody knows', () => {
  const app = applicationOf(
    'Resources: { Stored: { Type: AWS::SSM::Parameter, Properties: { Name: /a, Value: "x,y" } } }',
    `
      Transform: AWS::LanguageExtensions
      Parameters: { L: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: /a } }
      Resources:
        'Fn::ForEach::Queues': [Name, !Ref L, { 'Queue\${Name}': { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } } }]
    `,
  );
  expect(app.ofType('AWS::SQS::Queue')).toHaveLength(1);
});
