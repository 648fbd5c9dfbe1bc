import type { Application, Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** What the CDK makes for `logRetention`. */
const retentionByCdk = 'Custom::LogRetention';

const groupTypes = ['AWS::Logs::LogGroup', retentionByCdk];

/** The log group of the app that a function writes to: the one that it names, or the one with the default name. */
export function logGroupOf(fn: Resource, app: Application): Resource | undefined {
  const configured = fn.read('LoggingConfig.LogGroup');
  const { target } = configured;
  if (target?.is('AWS::Logs::LogGroup')) return target;
  if (configured.scalar !== undefined) return named(String(configured.scalar), app);
  if (!configured.isAbsent) return undefined;
  const byReference = groupTypes
    .flatMap((type) => app.attachedTo(fn, type, 'LogGroupName'))
    .find((group) => group.read('LogGroupName').text === `/aws/lambda/\${${fn.logicalId}}`);
  const name = fn.read('FunctionName');
  const group = byReference ?? (name.text === undefined ? undefined : named(`/aws/lambda/${name.text}`, app));
  return group && (name.isKnown || group.template === fn.template) ? group : byReference;
}

function named(name: string, app: Application): Resource | undefined {
  const group = onceForApplication(app, groupsByName).get(name);
  return group?.exists && group.read('LogGroupName').text === name ? group : undefined;
}

function groupsByName(app: Application): ReadonlyMap<string, Resource> {
  const groups = groupTypes.flatMap((type) => app.declared(type));
  const withNames = groups.map((group) => [group.read('LogGroupName').text, group] as const);
  return new Map(withNames.filter((entry): entry is readonly [string, Resource] => entry[0] !== undefined));
}
