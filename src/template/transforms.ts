import { isObject, own } from './parse';
import type { JsonObject } from './parse';

/**
 * Transforms of AWS that do what the model reads, or only add resources without touching what is written.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const understood = [
  'AWS::CodeDeployBlueGreen',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
];

/** The macros that may change everything in a template. */
export function macrosOf(template: JsonObject): readonly string[] {
  const transforms = [template.Transform ?? []].flat();
  const { Resources: resources = {} } = template;
  // A resource that only a macro writes may be any resource.
  const whole = Object.values(resources as object).filter((one) => typeof own(one, 'Type') !== 'string');
  const inside = [template, resources, ...whole].flatMap((one) => own(one, 'Fn::Transform') ?? []).flat();
  return [...transforms, ...inside].map(nameOf).filter((name) => !understood.includes(name));
}

/** Whether a template may have loops and the other functions of the language extensions. */
export function hasLanguageExtensions(template: JsonObject): boolean {
  return [template.Transform ?? []].flat().map(nameOf).includes('AWS::LanguageExtensions');
}

export function nameOf(transform: unknown): string {
  const name = isObject(transform) ? own(transform, 'Name') : transform;
  return typeof name === 'string' ? name : 'a macro that only the deployment names';
}

/**
 * The macros that may change more of a resource than the value that they give: all its properties, or what stands
 * beside them.
 */
export function* macrosIn(declaration: unknown): Generator<string> {
  const properties = own(declaration, 'Properties');
  if (isObject(properties) && Object.keys(properties).length === 1) yield* macroOf(properties);
  yield* macrosBeside(declaration);
}

function* macrosBeside(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  if (Object.keys(node).length > 1) yield* macroOf(node);
  for (const item of Object.values(node)) yield* macrosBeside(item);
}

function* macroOf(node: object): Generator<string> {
  if (!Object.hasOwn(node, 'Fn::Transform')) return;
  const name = nameOf((node as JsonObject)['Fn::Transform']);
  if (!understood.includes(name)) yield name;
}
