import { disguises } from './disguises';
import { insecureSettings } from './insecure-settings';
import { smuggle } from './smuggled';
import { ServerlessSecurityChecks } from '../../src/pack/serverless-security-checks';

const settings = insecureSettings();

/** Where another rule tells of the same thing once it is written in another way. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  'secret-literal': ['secret-param-default'],
};

test('every critical and high rule has something to smuggle', () => {
  expect(settings.length).toBeGreaterThan(40);
});

describe.each(disguises.map((disguise) => [disguise.name, disguise] as const))('%s', (_, disguise) => {
  const smuggled = smuggle(disguise, settings, (app) =>
    new ServerlessSecurityChecks(app, { strict: true }).validateScope(app),
  );

  test('hides nothing: each insecure setting is found, or the finding says that nobody can tell', () => {
    const missed = smuggled
      .filter(({ notPossible }) => notPossible === undefined)
      .filter(({ setting: { rule }, named }) => {
        const names = [rule.id, ...(toldBy[rule.id] ?? [])];
        return ![...named].some((name) => names.includes(name.split('[')[0]));
      });
    expect(missed.map(({ setting, named }) => `${setting.rule.id}: only ${[...named].join(', ')}`)).toEqual([]);
  });

  test('can be tried with most settings', () => {
    const left = smuggled.filter(({ notPossible }) => notPossible !== undefined);
    expect(
      left.map(({ setting, notPossible }) => `${setting.rule.id}: ${notPossible}`).slice(settings.length / 4),
    ).toEqual([]);
  });
});
