import type { Application } from './application';
import { isObject, own } from './parse';
import { Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Template } from './template';

/** Where something is, as far as it is known. */
export interface Environment {
  readonly account?: string;
  readonly region?: string;
}

/** A value that a template leaves for others, and where. */
interface SharedValue {
  readonly template: Template;
  readonly environment: Environment;
  readonly value: () => Resolved | undefined;
}

/**
 * What the templates of an application leave for each other: exports, outputs, and parameters in Parameter Store.
 *
 * A name means something in one account and Region only.
 */
export class SharedValues {
  private exports?: ReadonlyMap<string, readonly SharedValue[]>;
  private parameters?: ReadonlyMap<string, readonly SharedValue[]>;

  constructor(private readonly application: Application) {}

  /** What is exported under a name, seen from a template that imports it. */
  exported(name: string, importer: Template): Resolved | undefined {
    this.exports ??= this.find(exportsOf);
    return read(this.exports?.get(nameIn(importer, name)), environmentOf(importer), {
      missing: `no template of the application exports "${name}"`,
      several: `several templates of the application export "${name}"`,
      text: `\${import ${name}}`,
    });
  }

  /** The output of a stack, seen from a template that reads it with `Fn::GetStackOutput`. */
  stackOutput(stack: string, output: string, reader: Template, elsewhere: Environment): Resolved | undefined {
    const outputs = this.templates
      .filter((template) => template.stack.name === stack && template.hasOutput(output))
      .map((template) => ({ template, environment: environmentOf(template), value: () => template.output(output) }));
    return read(
      outputs,
      { ...environmentOf(reader), ...elsewhere },
      {
        missing: `no stack "${stack}" of the application has an output "${output}"`,
        several: `several stacks "${stack}" of the application have an output "${output}"`,
        text: `\${${stack}.${output}}`,
      },
    );
  }

  /** What a template of the application stores in Parameter Store under a name; `undefined` where none does. */
  stored(name: string, reader: Template): Resolved | undefined {
    this.parameters ??= this.find(parametersOf);
    const stored = this.parameters?.get(nameIn(reader, name));
    if (!stored) return undefined;
    const { resolution } = this.application;
    const text = `{{resolve:ssm:${name}}}`;
    return resolution.once(
      `${reader.path}|stored|${name}`,
      () =>
        read(stored, environmentOf(reader), {
          missing: `no template of the application stores "${name}" where it is read`,
          several: `several templates of the application store "${name}"`,
          text,
        }),
      () => new Unknown(`parameter "${name}" in Parameter Store depends on itself`, text),
    );
  }

  /** None while the templates are read: what a loop goes over cannot stand in a template behind it. */
  private get templates(): readonly Template[] {
    return this.application.isLoaded ? this.application.templates : [];
  }

  private find(valuesOf: (template: Template) => Iterable<readonly [string, SharedValue]>) {
    if (!this.application.isLoaded) return undefined;
    return this.application.resolution.outsideOfWorlds(() => {
      const found = new Map<string, SharedValue[]>();
      for (const template of this.templates) {
        for (const [name, value] of valuesOf(template)) {
          const key = nameIn(template, name);
          const others = found.get(key);
          if (others) others.push(value);
          else found.set(key, [value]);
        }
      }
      return found;
    });
  }
}

function* exportsOf(template: Template): Generator<readonly [string, SharedValue]> {
  const environment = environmentOf(template);
  for (const [output, declaration] of Object.entries(template.section('Outputs'))) {
    const name = own(own(declaration, 'Export'), 'Name');
    if (name === undefined) continue;
    yield [String(template.resolver.resolve(name)), { template, environment, value: () => template.output(output) }];
  }
}

/** Parameters of Parameter Store, and what the CDK leaves there for stacks in other Regions. */
function* parametersOf(template: Template): Generator<readonly [string, SharedValue]> {
  const environment = environmentOf(template);
  for (const resource of template.resources) {
    if (resource.type === 'AWS::SSM::Parameter') {
      const name = resource.read('Name').text;
      if (name === undefined) continue;
      const gone = new Unknown(`the condition of ${resource.logicalId} does not hold`, `{{resolve:ssm:${name}}}`);
      const value = () => (resource.exists ? resource.read('Value').resolved : gone);
      yield [name, { template, environment, value }];
    }
    if (resource.type === 'Custom::CrossRegionExportWriter') {
      const writer = own(resource.rawProperties, 'WriterProps');
      const exports = own(writer, 'exports');
      const region = own(writer, 'region');
      const there = { ...environment, region: typeof region === 'string' ? region : undefined };
      for (const [name, node] of Object.entries(isObject(exports) ? exports : {})) {
        yield [name, { template, environment: there, value: () => template.resolver.resolve(node) }];
      }
    }
  }
}

/** A name without the pseudo-parameters that are known in a template. */
function nameIn(template: Template, name: string): string {
  return name.replace(/\$\{(AWS::\w+)\}/g, (text, parameter: string) => {
    if (parameter === 'AWS::StackName') return template.stack.name;
    return template.resolver.parameters.pseudoParameter(parameter) ?? text;
  });
}

function environmentOf({ resolver: { parameters } }: Template): Environment {
  return {
    account: parameters.pseudoParameter('AWS::AccountId'),
    region: parameters.pseudoParameter('AWS::Region'),
  };
}

interface Words {
  readonly missing: string;
  readonly several: string;
  readonly text: string;
}

/** The one that is where it is read; where nobody knows where things are, the only one that may be there. */
function read(
  values: readonly SharedValue[] = [],
  environment: Environment,
  { missing, several, text }: Words,
): Resolved | undefined {
  const mayBe = (name: keyof Environment, there: Environment) =>
    there[name] === undefined || environment[name] === undefined || there[name] === environment[name];
  const candidates = values.filter((one) => mayBe('account', one.environment) && mayBe('region', one.environment));
  const exact = candidates.filter(
    (one) => one.environment.account === environment.account && one.environment.region === environment.region,
  );
  const [found, ...others] = exact.length > 0 ? exact : candidates;
  if (!found) return new Unknown(missing, text);
  return others.length > 0 ? new Unknown(several, text) : found.value();
}
