import { patternOfPieces } from './allowed-pattern';
import { lift } from './alternatives';
import { piecesOfFunctionArn } from './function-arn';
import { isObject, own } from './parse';
import { Alternatives, Reference, Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Resolver } from './resolver';
import { jsonText, partsOf, splitText, textOf } from './text';
import type { TextPart } from './text';
import { nameOf } from './transforms';

type IntrinsicFunction = (argument: unknown, resolver: Resolver) => Resolved | undefined;

/**
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const intrinsicFunctions: Readonly<Record<string, IntrinsicFunction>> = {
  Ref: (name, resolver) => reference(String(name), resolver),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::If': condition,
  'Fn::ImportValue': importValue,
  'Fn::Base64': (argument, resolver) =>
    lift([resolver.resolve(argument)], ([value]) =>
      typeof value === 'string' ? Buffer.from(value).toString('base64') : cannotWorkOut('Fn::Base64', argument, value),
    ),
  'Fn::Length': (argument, resolver) =>
    lift([resolver.resolve(argument)], ([value]) =>
      Array.isArray(value) ? value.length : cannotWorkOut('Fn::Length', argument, value),
    ),
  'Fn::ToJsonString': (argument, resolver) =>
    lift(
      [resolver.resolve(argument)],
      ([value]) => jsonText(value) ?? cannotWorkOut('Fn::ToJsonString', argument, value),
    ),
  'Fn::GetAZs': (argument) => cannotWorkOut('Fn::GetAZs', argument),
  'Fn::Cidr': (argument) => cannotWorkOut('Fn::Cidr', argument),
  'Fn::Transform': (argument) =>
    new Unknown(
      `macro "${nameOf(argument)}" is run at deployment`,
      shorten(JSON.stringify({ 'Fn::Transform': argument })),
    ),
  'Fn::GetStackOutput': getStackOutput,
};

/** Their values are pieces of an operand. */
const takesApart: ReadonlySet<string> = new Set(['Fn::Select', 'Fn::Split']);

/** Unknown, because of an operand that is, or because only the service can tell. */
function cannotWorkOut(name: string, argument: unknown, ...operands: readonly (Resolved | undefined)[]): Unknown {
  const unknown = operands.find((operand) => operand instanceof Unknown);
  const because = unknown?.because ?? `${name} is worked out at deployment`;
  const pattern = takesApart.has(name) ? patternOfPieces(unknown?.pattern) : undefined;
  return new Unknown(because, shorten(JSON.stringify({ [name]: argument }) ?? name), pattern);
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function reference(name: string, { template, parameters }: Resolver): Resolved | undefined {
  if (name === 'AWS::NoValue') return undefined;
  if (name.startsWith('AWS::')) return `\${${name}}`;
  if (parameters.has(name)) return parameters.resolve(name);
  const resource = template.resource(name);
  return resource
    ? new Reference(resource, 'Ref')
    : new Unknown(`"${name}" is neither a parameter nor a resource of the template`, `\${${name}}`);
}

function getAtt(argument: unknown, resolver: Resolver): Resolved | undefined {
  const [name, attribute] = splitAttribute(argument);
  if (typeof attribute === 'string') return attributeOf(name, attribute, resolver);
  return lift([resolver.resolve(attribute)], ([known]) =>
    typeof known === 'string' ? attributeOf(name, known, resolver) : cannotWorkOut('Fn::GetAtt', argument),
  );
}

function attributeOf(name: string, attribute: string, resolver: Resolver): Resolved | undefined {
  const resource = resolver.template.resource(name);
  if (!resource) return new Unknown(`"${name}" is not a resource of the template`, `\${${name}.${attribute}}`);
  if (resource.is('Custom::CrossRegionExportReader')) {
    const imported = own(own(own(resource.rawProperties, 'ReaderProps'), 'imports'), attribute);
    if (imported !== undefined) return resolver.resolve(imported);
  }
  const nested = attribute.startsWith('Outputs.') ? resource.nestedTemplate : undefined;
  return nested?.parent === resource
    ? nested.output(attribute.slice('Outputs.'.length))
    : new Reference(resource, attribute);
}

function splitAttribute(argument: unknown): [string, unknown] {
  if (Array.isArray(argument)) {
    const [name, attribute] = argument as readonly unknown[];
    return [String(name), argument.length > 2 ? argument.slice(1).join('.') : attribute];
  }
  const text = String(argument);
  const dot = text.indexOf('.');
  return dot < 0 ? [text, ''] : [text.slice(0, dot), text.slice(dot + 1)];
}

function sub(argument: unknown, resolver: Resolver): Resolved | undefined {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  if (typeof text !== 'string') return cannotWorkOut('Fn::Sub', argument);
  // Every other piece is a name.
  const pieces = text.split(/\$\{([^}]*)\}/);
  const values = pieces.map((piece, index) => {
    if (index % 2 === 0) return resolver.resolve(piece);
    const name = piece.trim();
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const variable = own(variables, name);
    if (variable !== undefined) return resolver.resolve(variable);
    return name.includes('.') && !resolver.template.isName(name) ? getAtt(name, resolver) : reference(name, resolver);
  });
  return concatenate(values, '', resolver, 'Fn::Sub', argument);
}

function join(argument: unknown, resolver: Resolver): Resolved | undefined {
  const [delimiter, list] = Array.isArray(argument) ? argument : [];
  return lift([resolver.resolve(list)], ([items]) =>
    Array.isArray(items) && typeof delimiter === 'string'
      ? concatenate(items as Resolved[], delimiter, resolver, 'Fn::Join', argument)
      : cannotWorkOut('Fn::Join', argument, items),
  );
}

function concatenate(
  values: readonly (Resolved | undefined)[],
  delimiter: string,
  resolver: Resolver,
  name: string,
  argument: unknown,
): Resolved | undefined {
  return lift(values, (known) => {
    const parts: TextPart[] = [];
    for (const [index, value] of known.filter((item) => item !== undefined).entries()) {
      const pieces = partsOf(value);
      if (!pieces) return cannotWorkOut(name, argument, value);
      parts.push(index > 0 ? delimiter : '', ...pieces);
    }
    const text = textOf(parts);
    // A dynamic reference may only be whole once its pieces are put together.
    return typeof text === 'string' ? resolver.resolve(text) : text;
  });
}

function select(argument: unknown, resolver: Resolver): Resolved | undefined {
  const [index, list] = Array.isArray(argument) ? argument : [];
  return lift([resolver.resolve(index), resolver.resolve(list)], ([position, items]) => {
    if (!Array.isArray(items)) return cannotWorkOut('Fn::Select', argument, items);
    return items[Number(position)] ?? cannotWorkOut('Fn::Select', argument, position);
  });
}

function split(argument: unknown, resolver: Resolver): Resolved | undefined {
  const [delimiter, text] = Array.isArray(argument) ? argument : [];
  return lift(
    [resolver.resolve(text)],
    ([value]) =>
      splitText(value, String(delimiter)) ??
      (delimiter === ':' ? piecesOfFunctionArn(value) : undefined) ??
      cannotWorkOut('Fn::Split', argument, value),
  );
}

function findInMap(argument: unknown, resolver: Resolver): Resolved | undefined {
  if (!Array.isArray(argument)) return cannotWorkOut('Fn::FindInMap', argument);
  const [map, top, second, options] = argument;
  return lift(
    [resolver.resolve(map), resolver.resolve(top), resolver.resolve(second)],
    ([mapName, topKey, secondKey]) => {
      const mapping = own(resolver.template.section('Mappings'), String(mapName));
      if (!isObject(mapping)) return cannotWorkOut('Fn::FindInMap', argument);
      const fallback = own(options, 'DefaultValue');
      const otherwise = fallback === undefined ? undefined : () => resolver.resolve(fallback);
      const place = `${resolver.template.path}|mapping`;
      const found = entries(mapping, topKey, { place, resolver, otherwise }, (entry) =>
        entries(entry, secondKey, { place, resolver, otherwise }, (value) => resolver.resolve(value)),
      );
      return found ?? otherwise?.() ?? cannotWorkOut('Fn::FindInMap', argument, topKey, secondKey);
    },
  );
}

interface Lookup {
  readonly place: string;
  readonly resolver: Resolver;
  /** What holds where no entry has the key. */
  readonly otherwise?: () => Resolved | undefined;
}

/** The entry of a map under a key; where the key is only known at deployment, each entry may be it. */
function entries(
  map: unknown,
  key: Resolved | undefined,
  { place, resolver, otherwise }: Lookup,
  read: (entry: unknown) => Resolved | undefined,
): Resolved | undefined {
  const { resolution, parameters } = resolver;
  const name = String(key);
  const parameter = /^\$\{([^}]+)\}$/.exec(name)?.[1];
  const known = parameter === undefined ? undefined : parameters.pseudoParameter(parameter);
  const entry = own(map, known ?? name);
  if (entry !== undefined) return read(entry);
  if (known !== undefined) return undefined;
  const isOpen = name.includes('${') || key instanceof Unknown;
  if (!isOpen || !isObject(map)) return undefined;
  const { world } = resolution;
  const subject = parameter === undefined ? undefined : parameters.key(parameter);
  resolution.choices++;
  const assigned = subject === undefined ? undefined : world?.assigned(subject);
  const note = (is: string) => world?.note({ key: subject ?? `${place}|${name}`, subject: name, is, ask: () => {} });
  if (assigned !== undefined) {
    note(`is "${assigned}"`);
    const found = own(map, assigned);
    return found === undefined ? undefined : read(found);
  }
  const keys = Object.keys(map).filter((one) => subject === undefined || !world?.isExcluded(subject, one));
  const options = keys.map((chosen) => ({ chosen, is: `is "${chosen}"`, read: () => read(map[chosen]) }));
  if (otherwise) options.push({ chosen: '', is: 'is none of the keys of its map', read: otherwise });
  if (options.length === 0) return undefined;
  if (world) {
    const option = options[world.choose(`${place}|${name}|${keys.join()}`, options.length)];
    note(option.is);
    if (subject !== undefined) {
      if (option.chosen !== '') world.assign(subject, option.chosen);
      else for (const other of keys) world.exclude(subject, other);
    }
    return option.read();
  }
  return new Alternatives(options.map((option) => ({ when: `${name} ${option.is}`, value: option.read() })));
}

function condition(argument: unknown, resolver: Resolver): Resolved | undefined {
  const [name, then, otherwise] = Array.isArray(argument) ? argument : [];
  if (typeof name !== 'string') return cannotWorkOut('Fn::If', argument);
  const holds = resolver.conditions.holds(name);
  if (holds !== undefined) return resolver.resolve(holds ? then : otherwise);
  return new Alternatives([
    { when: `condition "${name}" is true`, value: resolver.resolve(then) },
    { when: `condition "${name}" is false`, value: resolver.resolve(otherwise) },
  ]);
}

function importValue(argument: unknown, resolver: Resolver): Resolved | undefined {
  const { template } = resolver;
  return lift([resolver.resolve(argument)], ([name]) =>
    template.application.sharedValues.exported(String(name), template),
  );
}

/** How the CDK writes weak references between stacks, in other Regions and accounts too. */
function getStackOutput(argument: unknown, resolver: Resolver): Resolved | undefined {
  const { template } = resolver;
  const parts = ['StackName', 'OutputName', 'Region', 'RoleArn'].map((name) => resolver.resolve(own(argument, name)));
  return lift(parts, ([stack, output, region, role]) => {
    if (region instanceof Unknown) return cannotWorkOut('Fn::GetStackOutput', argument, region);
    const account = /:iam::(\d{12}):role\//.exec(String(role))?.[1];
    const elsewhere = {
      ...(typeof region === 'string' && !region.includes('${') && { region }),
      ...(account !== undefined && { account }),
    };
    return template.application.sharedValues.stackOutput(String(stack), String(output), template, elsewhere);
  });
}
