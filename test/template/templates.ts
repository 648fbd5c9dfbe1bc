import { Application } from '../../src/template';
import type { Resource, TemplateSource, Value } from '../../src/template';

/** An application of templates that a test writes down. */
export function applicationOf(...templates: readonly (string | TemplateSource)[]): Application {
  return Application.load(
    templates.map((template, index) =>
      typeof template === 'string' ? { path: `Stack${index}.template.yaml`, content: template } : template,
    ),
  );
}

/** The resource of that name, in whichever template it is. */
export function find(app: Application, logicalId: string): Resource {
  const found = app.resources.find((resource) => resource.logicalId === logicalId);
  if (!found) throw new Error(`no resource "${logicalId}"`);
  return found;
}

/** The property `Value` of the only interesting resource of a template, `Subject`. */
export function subject(content: string | object): Value {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return find(applicationOf({ path: 'template.json', content: text }), 'Subject').read('Value');
}

/** A template in which `Subject` has the given `Value`, beside a bucket, a queue and whatever sections there are. */
export function withValue(value: unknown, sections: object = {}): object {
  return {
    ...sections,
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Queue: { Type: 'AWS::SQS::Queue' },
      Subject: { Type: 'Test::Subject', Properties: { Value: value } },
    },
  };
}
