import { App, Stack, aws_lambda as lambda, aws_lambda_event_sources as sources, aws_sqs as sqs } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Application } from '../../src/template';

function mappingFor(source: (fn: lambda.Function) => lambda.IFunction) {
  const stack = new Stack(new App(), 'Shop');
  const fn = new lambda.Function(stack, 'Ship', {
    code: lambda.Code.fromInline('exports.handler = async () => {}'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  });
  source(fn).addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Orders')));
  const content = JSON.stringify(Template.fromStack(stack).toJSON());
  const app = Application.load([{ path: 'shop.json', content }]);
  const [mapping] = app.ofType('AWS::Lambda::EventSourceMapping');
  return { app, mapping };
}

describe('the function that the CDK takes out of an ARN', () => {
  test.each<[string, (fn: lambda.Function) => lambda.IFunction]>([
    ['its alias', (fn) => fn.addAlias('live')],
    ['its version', (fn) => fn.currentVersion],
    ['itself', (fn) => fn],
  ])('is found behind %s', (_, source) => {
    const { app, mapping } = mappingFor(source);
    const [fn] = app.ofType('AWS::Lambda::Function');
    expect(mapping.read('FunctionName').target).toBe(fn);
    expect(app.attachedTo(fn, 'AWS::Lambda::EventSourceMapping', 'FunctionName')).toEqual([mapping]);
  });

  test('keeps the name of the alias', () => {
    const { mapping } = mappingFor((fn) => fn.addAlias('live'));
    expect(mapping.read('FunctionName').text).toMatch(/^\$\{Ship\w+\}:live$/);
  });

  test('is unknown where the alias is of a function elsewhere', () => {
    const content = JSON.stringify({
      Resources: {
        Alias: { Type: 'AWS::Lambda::Alias', Properties: { Name: 'live', FunctionName: 'ship', FunctionVersion: '1' } },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { FunctionName: { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Alias' }] }] } },
        },
      },
    });
    const app = Application.load([{ path: 'shop.json', content }]);
    const [mapping] = app.ofType('AWS::Lambda::EventSourceMapping');
    expect(mapping.read('FunctionName').isUnknown).toBe(true);
  });
});
