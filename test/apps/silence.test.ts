import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import * as chatCareless from './chat/careless';
import * as chatWell from './chat/well';
import * as documentsCareless from './documents/careless';
import * as documentsWell from './documents/well';
import * as etlCareless from './etl/careless';
import * as etlWell from './etl/well';
import * as ordersCareless from './orders/careless';
import * as ordersWell from './orders/well';
import * as restCareless from './rest-backend/careless';
import * as restWell from './rest-backend/well';
import { reviews } from './reviews';
import * as saasCareless from './saas/careless';
import * as saasWell from './saas/well';
import { ServerlessSecurityChecks } from '../../src';

const apps: [name: string, well: (app: App) => void, careless: (app: App) => void][] = [
  ['orders', ordersWell.orders, ordersCareless.orders],
  ['documents', documentsWell.documents, documentsCareless.documents],
  ['rest-backend', restWell.restBackend, restCareless.restBackend],
  ['etl', etlWell.etl, etlCareless.etl],
  ['chat', chatWell.chat, chatCareless.chat],
  ['saas', saasWell.saas, saasCareless.saas],
];

const flagSets: [name: string, context: Record<string, unknown>][] = [
  ['without feature flags', {}],
  ['with the recommended feature flags', recommendedFlags],
];

/** What a reviewer says anew with the CDK's own log groups: they exist, and have no key. */
const ownLogGroups = { '@aws-cdk/aws-lambda:useCdkManagedLogGroup': false };

/** Rules about several resources: what an attack needs is another fact than what is wrong with the place. */
const attacks = new Set(
  readdirSync(join(__dirname, '../../src/rules/attack-path')).map((file) => file.replace(/\.ts$/, '')),
);

interface Violation {
  readonly ruleName: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource?: { readonly propertyPaths?: readonly string[] };
  }[];
}

interface Finding {
  readonly rule: string;
  /** The construct that a reviewer would name: `Fulfilment/Bus`, not the resource that it makes. */
  readonly construct: string;
  readonly place: string;
}

/** The open findings of the gate, as its report has them. */
function findingsIn(app: App): readonly Finding[] {
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: readonly { pluginName: string; violations: readonly Violation[] }[];
  };
  return (
    report.pluginReports
      .filter(({ pluginName }) => pluginName === 'ServerlessSecurity')
      .flatMap(({ violations }) => violations)
      // How many there are is no finding.
      .filter(({ ruleName }) => ruleName !== 'findings-counted')
      .flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath, cloudFormationResource }) => ({
          rule: ruleName,
          construct: constructPath.replace(/\/Resource$/, ''),
          place: [constructPath, ...(cloudFormationResource?.propertyPaths ?? [])].join(' '),
        })),
      )
  );
}

/** How often the gate was asked: core reports nothing of one that found nothing. */
let examined: jest.SpyInstance;

function gated(context: Record<string, unknown>, build: (app: App) => void): App {
  const app = new App({ context, analyticsReporting: false });
  const gate = new ServerlessSecurityChecks(app);
  examined = jest.spyOn(gate, 'validate');
  Validations.of(app).addPlugins(gate);
  build(app);
  return app;
}

/** What was found where, with each rule once. */
function byConstruct(findings: readonly Finding[]): Record<string, string[]> {
  const rules = new Map<string, Set<string>>();
  for (const { construct, rule } of findings) {
    rules.set(construct, (rules.get(construct) ?? new Set()).add(rule));
  }
  return Object.fromEntries([...rules].map(([construct, found]) => [construct, [...found].sort()]));
}

// The runtimes of the well-written apps are deprecated one day.
process.env.SOURCE_DATE_EPOCH = String(Date.UTC(2026, 10, 22) / 1000);

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => jest.restoreAllMocks());

describe.each(flagSets)('%s', (_, context) => {
  test.each(apps)('%s, written well, passes the gate without one finding', (__, well) => {
    const app = gated(context, well);
    app.synth();
    expect(findingsIn(app)).toEqual([]);
    expect(examined).toHaveBeenCalled();
  });

  test.each(apps)(
    '%s, written carelessly, is stopped with what a reviewer finds, and nothing else',
    (name, __, careless) => {
      const app = gated({ ...context, ...ownLogGroups }, careless);
      expect(() => app.synth()).toThrow(/validation/i);
      expect(byConstruct(findingsIn(app))).toEqual(reviews[name]);
    },
  );
});

test.each(apps)(
  'of %s no place is told twice for the same fact: say in `saidBy` which rule says more',
  (_, __, careless) => {
    const app = gated({}, careless);
    expect(() => app.synth()).toThrow(/validation/i);
    const rulesAt = new Map<string, Set<string>>();
    for (const { place, rule } of findingsIn(app)) {
      if (place.includes(' ') && !attacks.has(rule)) rulesAt.set(place, (rulesAt.get(place) ?? new Set()).add(rule));
    }
    const twice = [...rulesAt]
      .filter(([, found]) => found.size > 1)
      .map(([place, found]) => [place, [...found].sort()]);
    expect(twice).toEqual([]);
  },
);

test.each(apps)('a reviewer finds at least fifteen things in %s', (name) => {
  expect(Object.values(reviews[name]).flat().length).toBeGreaterThanOrEqual(15);
});
