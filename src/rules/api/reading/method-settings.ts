import type { Value } from '../../../template';

/**
 * A setting for all methods of a stage of a REST API: that of `MethodSettings` with path and method `*`, or, in the
 * stage description of a deployment, the one without a path. Where there is none, an absent value.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html
 */
export function settingForAllMethods(settings: Value, name: string): Value {
  const list = settings.read('MethodSettings');
  const all = list.items.find((item) => item.read('HttpMethod').is('*') && item.read('ResourcePath').is('/*', '*'));
  if (all) return all.read(name);
  const [direct] = settingOfDescription(settings, name);
  const unknown = list.items.find((item) => item.isUnknown || item.read('HttpMethod').isUnknown);
  return direct ?? unknown ?? list.read([`${list.items.length}`, name]);
}

/** The setting of every single entry, those for all methods and those for some. */
export function settingsOfMethods(settings: Value, name: string): readonly Value[] {
  const items = settings.read('MethodSettings').items.map((item) => item.read(name));
  return [...settingOfDescription(settings, name), ...items].filter((value) => !value.isAbsent);
}

/** The stage description of a deployment has settings of its own, a stage has not. */
function settingOfDescription(settings: Value, name: string): readonly Value[] {
  const value = settings.path.includes('StageDescription') ? settings.read(name) : undefined;
  return value === undefined || value.isAbsent ? [] : [value];
}
