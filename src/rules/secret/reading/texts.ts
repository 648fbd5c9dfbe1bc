import { argumentsOf, callIn, composedText } from './composed-text';
import type { Call } from './composed-text';
import { isLookedAfter, isToldWhereUsed, mayBeLookedAfter } from './looked-after';
import { findSecret, hasSecretProperties, takesSecret, tellingName } from '../../../facts/secrets';
import type { Evidence, Where } from '../../../facts/secrets';
import { own, Value } from '../../../template';
import type { Resource, Template } from '../../../template';

/** A text that stands in the template and looks like a secret. */
export interface WrittenSecret {
  readonly evidence: Evidence;
  /** What it is the value of. */
  readonly name: string;
  readonly node: unknown;
  /** From the resource. */
  readonly path: readonly string[];
}

/** A key of the template below another: most pieces are never asked where they are. */
interface Place {
  readonly above: Place | undefined;
  readonly key: string | number;
}

/** From the resource. */
function pathOf(place: Place): readonly string[] {
  const path: string[] = [];
  for (let at: Place | undefined = place; at; at = at.above) path.unshift(`${at.key}`);
  return path;
}

/** Functions whose arguments name something else. */
const naming = new Set(['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::GetStackOutput', 'Fn::GetAZs', 'Condition']);

/** What tools write for themselves. */
const ofTools = /^(?:aws:|cdk_nag|cdk-secure-serverless:|guard|cfn_nag|cfn-lint|checkov)/;

/** The keys under which people write for people. */
const prose = /^(?:.*[Dd]escription|[Cc]omment|[Tt]itle|[Ss]ummary|.*Message|DisplayName|[Ll]abel|default)$/;

/** Every text of a resource that stands in the template, looks like a secret, and that no other rule looks at. */
export function secretsIn(resource: Resource): readonly WrittenSecret[] {
  const search = new Search(resource);
  const name = resource.type === 'Output' || resource.type === 'Parameter' ? resource.logicalId : '';
  const properties = resource.type === 'Parameter' ? defaultsOf(resource) : resource.rawProperties;
  search.look({ name, node: properties, where: 'value', above: undefined, key: 'Properties' });
  const metadata = metadataOf(resource);
  if (metadata) search.look({ name, node: metadata, where: 'value', above: undefined, key: 'Metadata' });
  return search.found;
}

/** The value under the key that Secrets Manager generates is replaced, whatever it says. */
function withoutGenerated(text: string, { rawProperties }: Resource): string {
  const generated = own(own(rawProperties, 'GenerateSecretString'), 'GenerateStringKey');
  if (typeof generated !== 'string' || !text.includes(`"${generated}"`)) return text;
  try {
    const { [generated]: _replaced, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return text;
  }
}

/** What people write into the metadata. */
function metadataOf({ metadata }: Resource): object | undefined {
  let written: [string, unknown][] | undefined;
  for (const key in metadata) if (!ofTools.test(key)) (written ??= []).push([key, metadata[key]]);
  return written && Object.fromEntries(written);
}

/** Of a parameter that is read from elsewhere, the default is a name. */
function defaultsOf({ rawProperties, template, logicalId }: Resource): object {
  const { Type: type, Default: preset, AllowedValues: allowed, Description: description } = rawProperties;
  if (/^AWS::SSM::/.test(String(type)) || isToldWhereUsed(template, logicalId, String(preset))) {
    return { Description: description };
  }
  return { Default: preset, AllowedValues: allowed, Description: description };
}

/** A piece of a template, and where it stands. */
interface Piece extends Place {
  /** What it is the value of. */
  readonly name: string;
  readonly node: unknown;
  readonly where: Where;
}

/** Goes through a resource; nothing of it is nested too deep for that, or the template would not have been read. */
class Search {
  readonly found: WrittenSecret[] = [];
  private readonly mayTakeSecrets: boolean;

  constructor(private readonly resource: Resource) {
    this.mayTakeSecrets = hasSecretProperties(resource.type);
  }

  look(piece: Piece): void {
    const { node, where } = piece;
    if (typeof node === 'string' || (typeof node === 'number' && where === 'credential')) {
      this.judge(String(node), piece);
    } else if (typeof node === 'object' && node !== null) {
      const call = callIn(node);
      if (call) this.lookIntoCall(piece, call);
      else if (Array.isArray(node)) this.lookAtItems(piece, node);
      else if (!isKeptElsewhere(node)) this.lookAtEntries(piece, node as Readonly<Record<string, unknown>>);
    }
  }

  private judge(text: string, piece: Piece): void {
    const { name, node, where } = piece;
    const said = name === 'SecretStringTemplate' ? withoutGenerated(text, this.resource) : text;
    const evidence = findSecret(name, said, where);
    if (evidence) this.found.push({ evidence, name, node, path: pathOf(piece) });
  }

  private lookAtItems(above: Piece, list: readonly unknown[]): void {
    const { name, where } = above;
    list.forEach((node, key) => this.lookBelow(node, optionBefore(list, key) ?? name, where, above, key));
  }

  private lookAtEntries(above: Piece, node: Readonly<Record<string, unknown>>): void {
    const { resource } = this;
    const named = nameIn(node);
    for (const key of Object.keys(node)) {
      if (mayBeLookedAfter(resource, key) && isLookedAfter(resource, pathOf({ above, key }))) continue;
      const name = nameOf(resource, key, named, above.name);
      this.lookBelow(node[key], name, this.whereIs(key, above), above, key);
    }
  }

  /** Makes a piece only of what has pieces itself, or looks like a secret. */
  private lookBelow(node: unknown, name: string, where: Where, above: Place, key: string | number): void {
    if (typeof node === 'string' && !findSecret(name, node, where)) return;
    if (node === null || typeof node === 'boolean') return;
    this.look({ name, node, where, above, key });
  }

  private whereIs(key: string, above: Place): Where {
    if (this.mayTakeSecrets && takesSecret(this.resource.type, pathOf({ above, key }).slice(1))) return 'credential';
    return isProse(key) ? 'prose' : 'value';
  }

  /** The text that a function makes of literals, what it turns out to be where a secret belongs, and what it is given. */
  private lookIntoCall(piece: Piece, call: Call): void {
    const { name, where } = piece;
    const text = composedText(call);
    if (text !== undefined) this.judge(text, piece);
    else if (where === 'credential' || tellingName(name)) this.judgeResult(piece, call);
    if (naming.has(call.name)) return;
    for (const [key, node] of argumentsOf(call)) this.look({ ...piece, name: key ?? name, node });
  }

  private judgeResult(piece: Piece, { name, argument }: Call): void {
    const { resource } = this;
    if (name === 'Ref' && isToldElsewhere(resource.template, String(argument))) return;
    const value = Value.of(resource, pathOf(piece), piece.node);
    if (name !== 'Fn::If' && value.isKnown && value.text !== undefined) this.judge(value.text, piece);
  }
}

/** A default, or what is put out, is called as the parameter or the output is. */
function nameOf({ type }: Resource, key: string, named: string | undefined, name: string): string {
  if (named !== undefined && /^(?:Default|Parameter)?[Vv]alues?$/.test(key)) return named;
  const isItself = (type === 'Parameter' && key !== 'Description') || (type === 'Output' && key === 'Value');
  return isItself ? name : key;
}

/** The keys under which something says its name, those that count before others first. */
const keysOfNames = ['Name', 'name', 'Key', 'key', 'OptionName', 'ParameterKey', 'ParameterName'];
const rankOfKey = new Map(keysOfNames.map((key, rank) => [key, rank]));

/** `{ Name: 'DB_PASSWORD', Value: … }` of an environment, a tag or an option. */
function nameIn(node: Readonly<Record<string, unknown>>): string | undefined {
  let named: string | undefined;
  let best = keysOfNames.length;
  for (const key in node) {
    const rank = rankOfKey.get(key);
    if (rank === undefined || rank >= best || typeof node[key] !== 'string') continue;
    named = node[key];
    best = rank;
  }
  return named;
}

/** `['--password', …]` of a command. */
function optionBefore(list: readonly unknown[], index: number): string | undefined {
  const before = list[index - 1];
  return typeof before === 'string' && /^--?[A-Za-z][\w-]*$/.test(before) ? before : undefined;
}

/** A connection's parameter that another rule looks at, or a variable that says where its value is. */
function isKeptElsewhere(node: object): boolean {
  return (
    String(own(node, 'IsValueSecret')) === 'true' ||
    /^(?:PARAMETER_STORE|SECRETS_MANAGER)$/.test(String(own(node, 'Type')))
  );
}

/** Templates have the same few hundred keys over and over. */
const proseKeys = new Map<string, boolean>();
const mostKeys = 5_000;

function isProse(key: string): boolean {
  let is = proseKeys.get(key);
  if (is === undefined) {
    is = prose.test(key);
    if (proseKeys.size < mostKeys) proseKeys.set(key, is);
  }
  return is;
}

/** A parameter whose default is found where it is declared, or that the stack above gives. */
function isToldElsewhere(template: Template, parameter: string): boolean {
  const preset = own(own(template.section('Parameters'), parameter), 'Default');
  const isGiven = template.parent !== undefined && template.resolver.parameters.isGiven(parameter);
  return isGiven || (typeof preset === 'string' && findSecret(parameter, preset) !== undefined);
}
