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
  const artifacts = Object.entries(objectOf(own(jsonIn(file), 'artifacts')));
  const ofType = (type: string) => artifacts.filter(([, artifact]) => own(artifact, 'type') === type);
  const assets = ofType('cdk:asset-manifest').flatMap(([, artifact]) => assetsIn(folder, own(artifact, 'properties')));
  return ofType('aws:cloudformation:stack').flatMap(([name, artifact]) => {
    const properties = own(artifact, 'properties');
    const template = own(properties, 'templateFile');
    if (typeof template !== 'string') {
      throw new Error(`"${folder}" is not a cloud assembly: its stack "${name}" has no template`);
    }
    const stackName = own(properties, 'stackName');
    const environment = /^aws:\/\/(.+)$/.exec(String(own(artifact, 'environment')))?.[1];
    const stack = { name: typeof stackName === 'string' ? stackName : name, environment };
    return withNested({ path: join(folder, template), stack }, { folder, assets, seen: new Set() });
  });
}

/** A file that is uploaded, and the end of its URL. */
interface Asset {
  readonly path: string;
  readonly key: string;
}

function assetsIn(folder: string, properties: unknown): readonly Asset[] {
  const manifest = own(properties, 'file');
  if (typeof manifest !== 'string' || !existsSync(join(folder, manifest))) return [];
  return Object.values(objectOf(own(jsonIn(join(folder, manifest)), 'files'))).flatMap((file) => {
    const path = own(own(file, 'source'), 'path');
    const keys = Object.values(objectOf(own(file, 'destinations'))).map((one) => own(one, 'objectKey'));
    return keys.flatMap((key) => (typeof key === 'string' && typeof path === 'string' ? [{ path, key }] : []));
  });
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`"${file}" is not valid JSON: ${(error as Error).message}`);
  }
}

interface Assembly {
  readonly folder: string;
  readonly assets: readonly Asset[];
  /** The templates that were read. */
  readonly seen: Set<string>;
}

/** A template, and those of the stacks in it. */
function withNested(source: TemplateSource, assembly: Assembly): readonly TemplateSource[] {
  if (assembly.seen.has(source.path)) return [];
  assembly.seen.add(source.path);
  const content = read(source.path);
  // A stack without anything in it is written as `{}`.
  if (content.trim() === '{}') return [];
  const parsed = parseTemplate(source.path, content);
  const resources = Object.entries(objectOf(parsed.Resources));
  const nested = resources.flatMap(([logicalId, resource]) => {
    const file = own(resource, 'Type') === 'AWS::CloudFormation::Stack' ? nestedFile(resource, assembly) : undefined;
    if (file === undefined || !existsSync(join(assembly.folder, file))) return [];
    const stack = { name: logicalId, environment: source.stack?.environment };
    const nestedIn = { path: source.path, logicalId };
    return withNested({ path: join(assembly.folder, file), stack, nestedIn }, assembly);
  });
  return [{ ...source, content, parsed }, ...nested];
}

/** The CDK names the file in the metadata, where its command line asks for that, or uploads it to where the URL leads. */
function nestedFile(stack: unknown, { assets }: Assembly): string | undefined {
  const named = own(own(stack, 'Metadata'), 'aws:asset:path');
  if (typeof named === 'string') return named;
  const url = JSON.stringify(own(own(stack, 'Properties'), 'TemplateURL') ?? '');
  return assets.find(({ key }) => url.includes(key))?.path;
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`template "${path}" cannot be read: ${(error as Error).message}`);
  }
}
