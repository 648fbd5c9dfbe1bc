import { own } from './parse';
import { Resource } from './resource';
import type { Template } from './template';

/** The types under which {@link besideResources} are looked up, none of CloudFormation's. */
export const besideTypes = ['Parameter', 'Mapping', 'Output', 'Template'] as const;

const sections = { Parameters: 'Parameter', Mappings: 'Mapping', Outputs: 'Output' } as const;

/**
 * What a template says beside its resources, each as though it were one: every parameter, mapping and output, and the
 * template itself for its description and metadata. What it says stands under `Properties`.
 */
export function besideResources(template: Template): readonly Resource[] {
  const declare = (logicalId: string, type: string, properties: unknown) =>
    new Resource(
      template,
      { logicalId, declaration: { Type: type, Properties: properties, Condition: own(properties, 'Condition') } },
      () => undefined,
    );
  const entries = Object.entries(sections).flatMap(([section, type]) =>
    Object.entries(template.section(section)).map(([name, declaration]) => declare(name, type, declaration)),
  );
  const itself = { Description: template.description, Metadata: template.section('Metadata') };
  return [...entries, declare('Template', 'Template', itself)];
}
