import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';

export interface RecordedAcknowledgement {
  /** As the pack names it: `AwsSolutions-IAM5[Resource::*]`. */
  readonly id: string;
  /** The same for every pack that repeats the rule: `IAMNoWildcardPermissions`. */
  readonly rule: string;
  readonly constructPath: string;
  readonly reason: string;
}

const packs = join(dirname(require.resolve('cdk-nag')), 'packs');

const ruleOfSuffix = new Map(
  readdirSync(packs)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [
      ...readFileSync(join(packs, file), 'utf8').matchAll(/ruleSuffixOverride: '(\w+)',[^}]*?rule: \w+\.(\w+),/gs),
    ])
    .map(([, suffix, rule]) => [suffix, rule] as const),
);

/**
 * What was acknowledged in an app, by the library or by whoever uses it.
 */
export function recordedAcknowledgements(app: App): readonly RecordedAcknowledgement[] {
  return app.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([qualified, reason]) => {
        const id = qualified.split('::').slice(1).join('::');
        return { id, rule: nagRule(id), constructPath: construct.node.path, reason };
      }),
  );
}

/** `AwsSolutions-S1` is `S3BucketLoggingEnabled` in other packs, and the same rule. */
function nagRule(id: string): string {
  const isOurs = /^[a-z0-9-]+(\[|$)/.test(id);
  if (isOurs) return id;
  const suffix = id.replace(/\[.*$/s, '').replace(/^.*-/, '');
  return ruleOfSuffix.get(suffix) ?? suffix;
}
