import { defaultPorts } from '../facts/store-ports';
import type { Resource, Value } from '../template';

const written = ['Port', 'DBPort'];

/** The port on which a store answers, as the template says, or as AWS documents for one that says none. */
export function portOf(store: Resource): number | undefined {
  const said = written.map((property) => store.read(property)).find((port) => !port.isAbsent);
  if (said) return said.number;
  const byDefault = Object.hasOwn(defaultPorts, store.type) ? defaultPorts[store.type] : undefined;
  if (byDefault === undefined || typeof byDefault === 'number') return byDefault;
  const engine = store.read('Engine');
  const name = engine.isAbsent ? '*' : (engine.text ?? '').toLowerCase();
  if (engine.isUnknown) return undefined;
  // `oracle-ee`, `sqlserver-web`: but `aurora-postgresql` is not as `aurora` is.
  const [family] = store.is('AWS::RDS::DBInstance') ? name.split('-') : [name];
  return byDefault[family] ?? byDefault['*'];
}

/** The store whose own port a property is about: `Endpoint.Port` and the like. */
export function storeOfPort(value: Value): Resource | undefined {
  return /(?:^|\.)Port$/.test(value.attribute ?? '') ? value.target : undefined;
}

/** The number of a port: as it stands there, or as that of the store it is an attribute of. */
export function portNumber(value: Value): number | undefined {
  if (value.number !== undefined) return value.number;
  const store = storeOfPort(value);
  return store && portOf(store);
}
