import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource as ResourceSpec, SpecDatabase } from '@aws-cdk/service-spec-types';
import { newerTypes } from './newer-types';
import type { Shape } from './newer-types';

/**
 * The CloudFormation schema, asked for one thing: does a path exist?
 */
export class SchemaPaths {
  private readonly database: SpecDatabase = loadAwsServiceSpecSync();
  private readonly answers = new Map<string, string | undefined>();

  /** The part of the path that the schema does not know; `undefined` if it knows all of it. */
  unknownPart(type: string, path: readonly string[]): string | undefined {
    const key = [type, ...path].join('\n');
    if (!this.answers.has(key)) this.answers.set(key, this.look(type, path));
    return this.answers.get(key);
  }

  private look(type: string, path: readonly string[]): string | undefined {
    // What a custom resource takes is between it and its provider.
    if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') return undefined;
    const [resource] = [...this.database.lookup('resource', 'cloudFormationType', 'equals', type)];
    if (!resource) return Object.hasOwn(newerTypes, type) ? inShape(newerTypes[type], path) : type;
    const [name, ...rest] = path;
    if (name === undefined) return undefined;
    const { properties } = resource as ResourceSpec;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return property ? this.below(property.type, rest) : name;
  }

  private below(type: PropertyType, path: readonly string[]): string | undefined {
    const [key, ...rest] = path;
    if (key === undefined) return undefined;
    switch (type.type) {
      case 'json':
      case 'tag':
        return undefined;
      case 'array':
        // A single thing counts as a list of one.
        return this.below(type.element, /^\d+$/.test(key) ? rest : path);
      case 'map':
        return this.below(type.element, rest);
      case 'union': {
        const parts = type.types.map((option) => this.below(option, path));
        return parts.includes(undefined) ? undefined : parts[0];
      }
      case 'ref': {
        const { properties } = this.database.get('typeDefinition', type.reference.$ref);
        const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
        return property ? this.below(property.type, rest) : key;
      }
      default:
        return key;
    }
  }
}

function inShape(shape: Shape, path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (/^\d+$/.test(key)) return inShape(shape, rest);
  if (shape === 'value') return key;
  const below = Object.hasOwn(shape, key) ? shape[key] : shape['*'];
  return below === undefined ? key : inShape(below, rest);
}
