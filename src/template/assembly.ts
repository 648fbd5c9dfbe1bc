import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateSource } from './application';
import { isObject, own, parseTemplate } from './parse';
import type { JsonObject } from './parse';

const manifestFile = 'manifest.json';

export function isAssembly(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/**
 * The templates of a cloud assembly, those of nested stacks too: what the CDK writes for one Stage. The assemblies of
 * Stages within it are applications of their own.
 *
 * @throws if the folder is not a cloud assembly; the message names it
 */
export function templatesOf(folder: string): readonly TemplateSource[] {
  const file = join(folder, manifestFile);
  if (!existsSync(file)) throw new Error(`"${folder}" is not a cloud assembly: it has no "${manifestFile}"`);
  const artifacts = own(manifestIn(file), 'artifacts');
  const stacks = Object.entries(isObject(artifacts) ? artifacts : {}).filter(
    ([, artifact]) => own(artifact, 'type') === 'aws:cloudformation:stack',
  );
  return stacks.flatMap(([name, artifact]) => {
    const properties = own(artifact, 'properties');
    const template = own(properties, 'templateFile');
    if (typeof template !== 'string') {
      throw new Error(`"${folder}" is not a cloud assembly: its stack "${name}" has no template`);
    }
    const stackName = own(properties, 'stackName');
    const environment = /^aws:\/\/(.+)$/.exec(String(own(artifact, 'environment')))?.[1];
    const stack = { name: typeof stackName === 'string' ? stackName : name, environment };
    return withNested({ path: join(folder, template), stack }, folder, new Set());
  });
}

function manifestIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`"${file}" is not valid JSON: ${(error as Error).message}`);
  }
}

/** A template, and those of the stacks in it, which the CDK names in their metadata. */
function withNested(source: TemplateSource, folder: string, seen: Set<string>): readonly TemplateSource[] {
  if (seen.has(source.path)) return [];
  seen.add(source.path);
  const content = read(source.path);
  // A stack without anything in it is written as `{}`.
  if (content.trim() === '{}') return [];
  const nested = Object.entries(resourcesIn(source.path, content)).flatMap(([logicalId, resource]) => {
    const asset = own(own(resource, 'Metadata'), 'aws:asset:path');
    if (own(resource, 'Type') !== 'AWS::CloudFormation::Stack' || typeof asset !== 'string') return [];
    const path = join(folder, asset);
    if (!existsSync(path)) return [];
    const stack = { name: logicalId, environment: source.stack?.environment };
    return withNested({ path, stack, nestedIn: { path: source.path, logicalId } }, folder, seen);
  });
  return [{ ...source, content }, ...nested];
}

function resourcesIn(path: string, content: string): JsonObject {
  const resources = parseTemplate(path, content).Resources;
  return isObject(resources) ? resources : {};
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`template "${path}" cannot be read: ${(error as Error).message}`);
  }
}
