import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { find } from './templates';
import { Application } from '../../src/template';

function assemblyWith(build: (app: App) => void, context: Record<string, unknown> = {}): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'assembly-')), context });
  build(app);
  return app.synth().directory;
}

const queue = (scope: Stack, id: string, properties = {}) =>
  new CfnResource(scope, id, { type: 'AWS::SQS::Queue', properties });

describe('an assembly', () => {
  test.each([
    ['the list of assets', { 'aws:cdk:enable-path-metadata': true }],
    [
      'the metadata that the command line of the CDK asks for',
      { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true },
    ],
  ])('gives every stack, nested ones by %s, with their names, places and construct paths', (_, context) => {
    const folder = assemblyWith((app) => {
      const env = { account: '111122223333', region: 'eu-west-1' };
      const shop = new Stack(app, 'Shop', { env, stackName: 'shop-production' });
      const outer = new NestedStack(shop, 'Outer');
      queue(new NestedStack(outer, 'Inner'), 'Deep', { QueueName: queue(shop, 'Top').ref });
      new Stack(app, 'Empty');
    }, context);
    const app = Application.load([folder]);
    expect(app.templates.map(({ stack }) => [stack.name, stack.environment].join(' '))).toEqual([
      'shop-production 111122223333/eu-west-1',
      expect.stringMatching(/^Outer.* 111122223333\/eu-west-1$/),
      expect.stringMatching(/^Inner.* 111122223333\/eu-west-1$/),
      'Empty unknown-account/unknown-region',
    ]);
    expect(app.templates[0].stack.name).toBe('shop-production');
    expect(find(app, 'Deep').read('QueueName').target).toBe(find(app, 'Top'));
    expect(find(app, 'Deep').constructPath).toBe('Shop/Outer/Inner/Deep');
  });

  test('gives nothing of the Stages within it, which are applications of their own', () => {
    let stage = '';
    const folder = assemblyWith((app) => {
      queue(new Stack(app, 'Tools'), 'Mine');
      const production = new Stage(app, 'Production');
      queue(new Stack(production, 'Shop'), 'Theirs');
      stage = production.outdir;
    });
    const ids = (path: string) =>
      Application.load([path])
        .resources.filter(({ type }) => type === 'AWS::SQS::Queue')
        .map(({ logicalId }) => logicalId);
    expect(ids(folder)).toEqual(['Mine']);
    expect(ids(stage)).toEqual(['Theirs']);
    expect(Application.load([folder, stage]).ofType('AWS::SQS::Queue')).toHaveLength(2);
  });

  test.each<[string, string | undefined, RegExp]>([
    ['no manifest', undefined, /is not a cloud assembly: it has no "manifest.json"/],
    ['a manifest that is broken', '{', /manifest.json" is not valid JSON/],
    [
      'a stack without a template',
      '{"artifacts":{"A":{"type":"aws:cloudformation:stack"}}}',
      /its stack "A" has no template/,
    ],
    [
      'a template that is not there',
      '{"artifacts":{"A":{"type":"aws:cloudformation:stack","properties":{"templateFile":"a.json"}}}}',
      /template ".*a\.json" cannot be read/,
    ],
  ])('with %s is an error that names it', (_, manifest, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'broken-'));
    if (manifest !== undefined) writeFileSync(join(folder, 'manifest.json'), manifest);
    expect(() => Application.load([folder])).toThrow(message);
  });

  test('without stacks is an application without resources', () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-'));
    writeFileSync(join(folder, 'manifest.json'), '{"version":"1"}');
    expect(Application.load([folder]).resources).toEqual([]);
  });
});
