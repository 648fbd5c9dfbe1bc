import type { App } from 'aws-cdk-lib';
import { disguises } from './disguises';
import { insecureSettings } from './insecure-settings';
import { isCaught, smuggle } from './smuggled';
import type { Smuggled } from './smuggled';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

const settings = insecureSettings();

/** Where another rule tells of the same thing once it is written in another way. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  'secret-literal': ['secret-param-default'],
};

test('every critical and high rule has something to smuggle', () => {
  expect(settings.length).toBeGreaterThan(40);
});

const check = (app: App) => new ServerlessSecurityChecks(app, { strict: true }).validateScope(app);
const inPlain = smuggle(
  disguises.find(({ name }) => name === 'an untyped CfnResource')!,
  settings,
  check,
);

/** Where a construct stands is what differs; its name is that of the resource. */
const path = /[\w-]+(?:\/[\w-]+)*\/(?:Resource)?(\w+)/g;

/** What is said about the setting itself, whatever stands beside it. */
function factsOf({ setting: { rule, logicalId }, told }: Smuggled): string[] {
  return told
    .filter((one) => [rule.id, ...(rule.saidBy ?? [])].includes(one.ruleName) && one.logicalId === logicalId)
    .map(({ description }) => description.replace(path, '$1').slice(0, 150))
    .sort();
}

describe.each(disguises.map((disguise) => [disguise.name, disguise] as const))('%s', (_, disguise) => {
  const smuggled = smuggle(disguise, settings, check);
  const possible = smuggled.filter(({ notPossible }) => notPossible === undefined);

  test('hides nothing: each insecure setting is found where it is, or the finding says that nobody can tell', () => {
    const missed = possible.filter((one) => {
      const { rule } = one.setting;
      return !isCaught(one, disguise, [rule.id, ...(rule.saidBy ?? []), ...(toldBy[rule.id] ?? [])]);
    });
    expect(missed.map(({ setting, named }) => `${setting.rule.id}: only ${[...named].join(', ')}`)).toEqual([]);
  });

  test('can be tried with most settings', () => {
    const left = smuggled.filter(({ notPossible }) => notPossible !== undefined);
    expect(
      left.map(({ setting, notPossible }) => `${setting.rule.id}: ${notPossible}`).slice(settings.length / 3),
    ).toEqual([]);
  });

  if (disguise.template === 'written') {
    test('changes nothing of what is said, because the template is the same word for word', () => {
      const plain = new Map(inPlain.map((one) => [one.setting, factsOf(one)]));
      const others = possible.filter((one) => factsOf(one).join() !== plain.get(one.setting)!.join());
      expect(others.map((one) => [one.setting.rule.id, factsOf(one), plain.get(one.setting)])).toEqual([]);
      expect([...plain.values()].filter((facts) => facts.length === 0)).toEqual([]);
    });
  }
});
