import { App, CfnCondition, CfnResource, Fn, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { enforce, enforcedPaths } from '../../src/enforced/enforced';

class Owner extends Construct {
  readonly resource: CfnResource;
  readonly helper: CfnResource;

  constructor(scope: Construct, injected: Record<string, unknown> = {}) {
    super(scope, 'Owner');
    this.resource = new CfnResource(this, 'Resource', {
      type: 'AWS::X::Y',
      properties: { Nested: { Secure: true }, ...injected },
    });
    this.helper = new CfnResource(this, 'Helper', { type: 'AWS::X::Helper' });
    enforce(this, this.resource, [{ path: 'Nested.Secure', value: true, rule: 'x-secure', instead: 'keep it true' }]);
    enforce(this, this.helper, []);
  }
}

function owner(injected?: Record<string, unknown>): { app: App; owner: Owner } {
  const app = new App();
  return { app, owner: new Owner(new Stack(app, 'Stack'), injected) };
}

test('an untouched construct synthesizes', () => {
  expect(() => owner().app.synth()).not.toThrow();
});

test('what was injected before is set back, because the construct wins over its props', () => {
  const { app } = owner({ Nested: { Secure: false } });
  const [resource] = Object.values(app.synth().getStackByName('Stack').template.Resources) as [{ Properties: unknown }];
  expect(resource.Properties).toEqual({ Nested: { Secure: true } });
});

test.each<[string, (o: Owner) => void, RegExp]>([
  [
    'an override',
    (o) => o.resource.addPropertyOverride('Nested.Secure', false),
    /'Nested.Secure' of 'Stack\/Owner\/Resource' was changed to 'false': keep it true \(x-secure\)/,
  ],
  ['a deletion override', (o) => o.resource.addPropertyDeletionOverride('Nested'), /was changed to nothing/],
  [
    'an intrinsic that nobody can read',
    (o) => o.resource.addPropertyOverride('Nested.Secure', Fn.ref('AWS::Region')),
    /was changed to '\{"Ref":"AWS::Region"\}'/,
  ],
  [
    'another type',
    (o) => o.resource.addOverride('Type', 'AWS::X::Z'),
    /type of 'Stack\/Owner\/Resource' was changed to 'AWS::X::Z'/,
  ],
  [
    'the removal of a helper',
    (o) => o.node.tryRemoveChild('Helper'),
    /'Stack\/Owner\/Helper' \(AWS::X::Helper\) was removed/,
  ],
  [
    'a condition on a helper alone',
    (o) => (o.helper.cfnOptions.condition = new CfnCondition(o, 'Never')),
    /was made conditional/,
  ],
])('%s fails synthesis, because the resource is read again as it will be written', (_, loosen, message) => {
  const { app, owner: it } = owner();
  loosen(it);
  expect(() => app.synth()).toThrow(message);
});

test('a condition on the whole construct is accepted, because nothing is deployed without its guard', () => {
  const { app, owner: it } = owner();
  const condition = new CfnCondition(it, 'Sometimes');
  it.resource.cfnOptions.condition = condition;
  it.helper.cfnOptions.condition = condition;
  expect(() => app.synth()).not.toThrow();
});

test('the gate can ask which paths of a resource are enforced', () => {
  const { owner: it } = owner();
  expect(enforcedPaths(it.resource)).toEqual(['Nested.Secure']);
  expect(enforcedPaths(it)).toEqual([]);
});
