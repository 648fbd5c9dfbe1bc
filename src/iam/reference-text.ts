import { arnFormats } from '../facts/arn-formats';
import { onceForResource } from '../template/once';
import type { Reference } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';

/**
 * One spelling for everything that can be said about a resource before it exists, so that texts can be compared:
 * `GetAtt Bucket.Arn` and `arn:${AWS::Partition}:s3:::` followed by `Ref Bucket` become the same.
 */
export function referenceText(reference: Reference): string {
  const { resource, attribute } = reference;
  const format = Object.hasOwn(arnFormats, resource.type) ? arnFormats[resource.type] : undefined;
  if (!format) return symbol(resource, attribute);
  if ((format.arns ?? ['Arn']).includes(attribute)) return arnOf(resource);
  return attribute === format.name ? nameOf(resource, format.property, format.name) : symbol(resource, attribute);
}

/** The ARN that a resource will have, with symbols for what is not known yet; one symbol where its format is not known. */
export function arnOf(resource: Resource): string {
  return onceForResource(resource, findArn);
}

function findArn(resource: Resource): string {
  const format = Object.hasOwn(arnFormats, resource.type) ? arnFormats[resource.type] : undefined;
  if (!format) return symbol(resource, 'Arn');
  return format.format.replace('<name>', () => nameOf(resource, format.property, format.name));
}

function nameOf(resource: Resource, property: string | undefined, attribute: string): string {
  const given = property === undefined ? undefined : resource.read(property).scalar;
  return given === undefined ? symbol(resource, attribute) : String(given);
}

function symbol(resource: Resource, attribute: string): string {
  const scope = scopeOf(resource.template);
  return `\${${scope}${resource.logicalId}${attribute === 'Ref' ? '' : `.${attribute}`}}`;
}

const scopes = new WeakMap<Template, string>();

/** What tells the resources of a template from those of others that have the same logical id. */
function scopeOf(template: Template): string {
  let scope = scopes.get(template);
  if (scope === undefined) {
    const { application, path } = template;
    const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    scope = application.templates.length > 1 ? `${file.replace(/\.template\.json$/, '')}/` : '';
    scopes.set(template, scope);
  }
  return scope;
}
