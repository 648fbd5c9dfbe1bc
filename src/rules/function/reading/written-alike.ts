import type { Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';

type Indexes = Map<string, Map<string, Resource[]>>;

/**
 * The resources of the same type whose property is written in the same words, this one included: what is not a
 * resource of the app (a literal ARN, an import, a parameter) can only be compared that way.
 */
export function writtenAlike(resource: Resource, property: string): readonly Resource[] {
  const { application } = resource.template;
  const indexesOfApp = onceForApplication(application, noIndexes);
  const name = `${resource.type} ${property}`;
  let index = indexesOfApp.get(name);
  if (!index) {
    index = new Map();
    for (const other of application.declared(resource.type)) {
      const key = wordsOf(other, property);
      const alike = key === undefined ? undefined : index.get(key);
      if (alike) alike.push(other);
      else if (key !== undefined) index.set(key, [other]);
    }
    indexesOfApp.set(name, index);
  }
  const key = wordsOf(resource, property);
  return ((key !== undefined && index.get(key)) || []).filter((other) => other.exists);
}

function noIndexes(): Indexes {
  return new Map();
}

/** The same logical ids and parameters are other ones in another template; a literal and an import are not. */
function wordsOf(resource: Resource, property: string): string | undefined {
  const raw = resource.rawProperties[property];
  if (raw === undefined) return undefined;
  const words = JSON.stringify(raw);
  return /"(?:Ref|Fn::GetAtt|Fn::Sub|Fn::If|Fn::FindInMap)"/.test(words) ? `${resource.template.path} ${words}` : words;
}
