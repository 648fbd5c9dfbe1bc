import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import type { App, PolicyViolation } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import type { NagPack } from 'cdk-nag';
import { ServerlessSecurityChecks } from '../src/pack/serverless-security-checks';
import { disguises } from '../test/evasion/disguises';
import type { Disguise } from '../test/evasion/disguises';
import { insecureSettings } from '../test/evasion/insecure-settings';
import type { InsecureSetting } from '../test/evasion/insecure-settings';
import { isCaught, smuggle } from '../test/evasion/smuggled';
import type { Checker } from '../test/evasion/smuggled';

/**
 * How many insecure settings are still found when they are written in another way: here, and by cdk-nag, which is
 * asked only for what it finds where everything is plain. Writes `benchmarks/evasion.md`.
 */
// The examples are in tests, of which nothing is run here.
const nothing = () => undefined;
Object.assign(globalThis, { test: nothing, describe: nothing });

const settings = insecureSettings();

const ours: Checker = (app) => new ServerlessSecurityChecks(app, { strict: true }).validateScope(app);

/** Three packs of cdk-nag together. */
const nag: Checker = (app: App) => {
  app.synth();
  const packs: NagPack[] = [new AwsSolutionsChecks(app), new ServerlessChecks(app), new NIST80053R5Checks(app)];
  const stages = app.node.findAll().filter((node) => Stage.isStage(node));
  const violations: PolicyViolation[] = packs.flatMap((pack) =>
    stages.flatMap((stage) => [...pack.validateScope(stage).violations]),
  );
  return { success: violations.length === 0, violations };
};

const plain: Disguise = disguises.find(({ name }) => name === 'CfnInclude')!;

/** The rules that a pack has for a setting: those that it names where it is, and nowhere in a secure template. */
function baseline(check: Checker): ReadonlyMap<InsecureSetting, readonly string[]> {
  const withSecure = settings.filter(({ secure }) => secure !== undefined);
  const insecure = smuggle(plain, withSecure, check);
  const secure = smuggle(
    plain,
    withSecure.map((one) => ({ ...one, template: one.secure! })),
    check,
  );
  return new Map(
    insecure.map(({ setting, told }, index) => {
      const there = told
        .filter(({ logicalId }) => logicalId === setting.logicalId)
        .map(({ ruleName }) => idOf(ruleName));
      const anyway = new Set([...secure[index].named].map(idOf));
      return [setting, there.filter((name) => !anyway.has(name))];
    }),
  );
}

/** `AwsSolutions-S1`, without what stands in brackets behind it. */
function idOf(name: string): string {
  return name.split('[')[0];
}

interface Score {
  readonly caught: number;
  readonly of: number;
}

function score(disguise: Disguise, asked: ReadonlyMap<InsecureSetting, readonly string[]>, check: Checker): Score {
  const possible = smuggle(disguise, [...asked.keys()], check).filter(({ notPossible }) => notPossible === undefined);
  const caught = possible.filter((one) => isCaught(one, disguise, asked.get(one.setting)!));
  return { caught: caught.length, of: possible.length };
}

const forOurs = new Map(settings.map((setting) => [setting, [setting.rule.id, ...(setting.rule.saidBy ?? [])]]));
const forNag = new Map([...baseline(nag)].filter(([, names]) => names.length > 0));

const rows = disguises.map((disguise) => {
  const here = score(disguise, forOurs, ours);
  const there = score(disguise, forNag, nag);
  return `| ${disguise.name} | ${here.caught} of ${here.of} | ${there.caught} of ${there.of} |`;
});

const document = `# Insecure settings in disguise

Each critical and high rule's first example that fails, written in every way that the CDK and CloudFormation have. A
setting counts as caught where the rule is named, or one that says more of the same place: as a finding, or as "cannot tell" where nobody could
(also by another rule at the same place, where a macro hides whose policy it is).

cdk-nag (AwsSolutions, Serverless and NIST 800-53 R5 together) has no rule for most of these settings; it is asked only
for the ${forNag.size} of ${settings.length} that it finds in their place where they are plain, in a typed resource, and not in the
rule's example that passes. "Rule threw an error" counts as caught, because it fails the synthesis too.

"A transform of the template" is put on the example that passes: nobody can tell what a macro makes of it. The one
parameter default that counts as missed here is told of by a rule of its own (\`secret-param-default\`).

| written as | cdk-secure-serverless | cdk-nag |
|---|---|---|
${rows.join('\n')}

\`TS_NODE_PROJECT=test/tsconfig.json npx ts-node -T benchmarks/evasion.ts\` writes this file.
`;

writeFileSync(join(__dirname, 'evasion.md'), document);
console.log(document);
