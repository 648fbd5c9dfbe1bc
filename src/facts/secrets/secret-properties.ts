import { secretProperties } from './secret-properties.generated';

const byType = new Map<string, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/** Whether the schema has any property for nothing but a secret. */
export function hasSecretProperties(type: string): boolean {
  return Object.hasOwn(secretProperties, type);
}

/** Whether the schema has a property for nothing but a secret: `AWS::RDS::DBInstance`, `['MasterUserPassword']`. */
export function takesSecret(type: string, path: readonly string[]): boolean {
  const properties = propertiesOf(type);
  if (properties.size === 0) return false;
  return properties.has(path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.'));
}

function propertiesOf(type: string): ReadonlySet<string> {
  if (!Object.hasOwn(secretProperties, type)) return none;
  const known = byType.get(type) ?? new Set(secretProperties[type].split(' '));
  byType.set(type, known);
  return known;
}
