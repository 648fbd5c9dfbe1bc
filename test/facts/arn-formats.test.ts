import { expandActions, resourceTypesFor, serviceNames } from '../../src/facts/actions';
import { arnFormats } from '../../src/facts/arn-formats';

const entries = Object.entries(arnFormats);

/** The prototype of the L1 class of a type: `AWS::SQS::Queue` is `CfnQueue` of `aws-sqs`. */
function l1(type: string): object {
  const [, service, name] = type.split('::');
  const module = jest.requireActual<Record<string, { prototype: object }>>(`aws-cdk-lib/aws-${service.toLowerCase()}`);
  return module[`Cfn${name}`].prototype;
}

test.each(entries)('%s: the ARN has a form that policies can name', (_type, { format }) => {
  const service = /^arn:\$\{AWS::Partition\}:([\w-]+):/.exec(format)![1];
  expect(serviceNames()).toContain(service);
  const arn = format.replace('<name>', '${Name}');
  expect(expandActions(`${service}:*`).filter((action) => resourceTypesFor(action, arn).length > 0)).not.toEqual([]);
});

test.each(entries)('%s has the attributes and the property that the format names', (type, format) => {
  const known = l1(type);
  for (const attribute of [format.name, ...(format.arns ?? ['Arn'])]) {
    if (attribute !== 'Ref') expect(`attr${attribute}` in known).toBe(true);
  }
  if (format.property) expect(format.property[0].toLowerCase() + format.property.slice(1) in known).toBe(true);
});
