import { argumentsOf, callIn, composedText } from './composed-text';
import type { Call } from './composed-text';
import { isLookedAfter, isToldWhereUsed, mayBeLookedAfter } from './looked-after';
import { findSecret, hasSecretProperties, takesSecret, tellingName } from '../../../facts/secrets';
import type { Where } from '../../../facts/secrets';
import { own, Value } from '../../../template';
import type { Resource, Template } from '../../../template';

/** A text that stands in the template, with what it is the value of. */
export interface WrittenText {
  readonly text: string;
  readonly piece: Piece;
}

/** A piece of a template, with what it is the value of. */
export interface Piece {
  readonly name: string;
  readonly node: unknown;
  readonly at: Place;
  readonly where: Where;
}

/** A key of the template below another: most pieces are never asked where they are. */
interface Place {
  readonly above: Place | undefined;
  readonly key: string;
}

/** From the resource. */
export function pathOf({ at }: Pick<Piece, 'at'>): readonly string[] {
  const path: string[] = [];
  for (let place: Place | undefined = at; place; place = place.above) path.unshift(place.key);
  return path;
}

/** Functions whose arguments name something else. */
const naming = new Set(['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::GetStackOutput', 'Fn::GetAZs', 'Condition']);

/** What tools write for themselves. */
const ofTools = /^(?:aws:|cdk_nag|cdk-secure-serverless:|guard|cfn_nag|cfn-lint|checkov)/;

/** The keys under which people write for people. */
const prose = /^(?:.*[Dd]escription|[Cc]omment|[Tt]itle|[Ss]ummary|.*Message|DisplayName|[Ll]abel|default)$/;

/** Every text of a resource that stands in the template and that no other rule looks at. */
export function textsOf(resource: Resource): readonly WrittenText[] {
  const metadata = Object.entries(resource.metadata).filter(([key]) => !ofTools.test(key));
  const properties = resource.type === 'Parameter' ? defaultsOf(resource) : resource.rawProperties;
  const name = resource.type === 'Output' || resource.type === 'Parameter' ? resource.logicalId : '';
  const open: Piece[] = [];
  if (metadata.length > 0) {
    open.push({ name, node: Object.fromEntries(metadata), at: { above: undefined, key: 'Metadata' }, where: 'value' });
  }
  open.push({ name, node: properties, at: { above: undefined, key: 'Properties' }, where: 'value' });
  const texts: WrittenText[] = [];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const { node, where } = piece;
    if (typeof node === 'string' || (typeof node === 'number' && where === 'credential')) {
      texts.push({ text: String(node), piece });
    } else if (typeof node === 'object' && node !== null) {
      const call = callIn(node);
      if (call) texts.push(...textsOfCall(resource, piece, call));
      if (call) open.push(...piecesOfCall(piece, call));
      else addPiecesBelow(resource, piece, node, open);
    }
  }
  return texts;
}

/** Of a parameter that is read from elsewhere, the default is a name. */
function defaultsOf({ rawProperties, template, logicalId }: Resource): object {
  const { Type: type, Default: preset, AllowedValues: allowed, Description: description } = rawProperties;
  if (/^AWS::SSM::/.test(String(type)) || isToldWhereUsed(template, logicalId, String(preset))) {
    return { Description: description };
  }
  return { Default: preset, AllowedValues: allowed, Description: description };
}

function addPiecesBelow(resource: Resource, { name, at: above, where }: Piece, node: object, open: Piece[]): void {
  if (Array.isArray(node)) {
    node.forEach((item: unknown, index) => {
      const at = { above, key: `${index}` };
      if (item === null || typeof item === 'boolean' || isElsewhere(resource, at)) return;
      open.push({ name: optionBefore(node, index) ?? name, node: item, at, where });
    });
    return;
  }
  if (isKeptElsewhere(node)) return;
  const named = nameIn(node);
  for (const key of Object.keys(node)) {
    const item = (node as Readonly<Record<string, unknown>>)[key];
    const at = { above, key };
    if (item === null || typeof item === 'boolean' || isElsewhere(resource, at)) continue;
    open.push({ name: nameOf(resource, key, named, name), node: item, at, where: whereIs(resource, at, key) });
  }
}

function isElsewhere(resource: Resource, at: Place): boolean {
  return mayBeLookedAfter(resource, at.key) && isLookedAfter(resource, pathOf({ at }));
}

/** A default, or what is put out, is called as the parameter or the output is. */
function nameOf({ type }: Resource, key: string, named: string | undefined, name: string): string {
  if (named !== undefined && /^(?:Default|Parameter)?[Vv]alues?$/.test(key)) return named;
  const isItself = (type === 'Parameter' && key !== 'Description') || (type === 'Output' && key === 'Value');
  return isItself ? name : key;
}

/** `{ Name: 'DB_PASSWORD', Value: … }` of an environment, a tag or an option. */
function nameIn(node: object): string | undefined {
  for (const key of ['Name', 'name', 'Key', 'key', 'OptionName', 'ParameterKey', 'ParameterName']) {
    const name = own(node, key);
    if (typeof name === 'string') return name;
  }
  return undefined;
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

function whereIs({ type }: Resource, at: Place, key: string): Where {
  if (hasSecretProperties(type) && takesSecret(type, pathOf({ at }).slice(1))) return 'credential';
  return isProse(key) ? 'prose' : 'value';
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

function* piecesOfCall({ name, at, where }: Piece, call: Call): Generator<Piece> {
  if (naming.has(call.name)) return;
  for (const [key, node] of argumentsOf(call)) yield { name: key ?? name, node, at, where };
}

/** The text that a function makes of literals, and what it turns out to be where a secret belongs. */
function* textsOfCall(resource: Resource, piece: Piece, call: Call): Generator<WrittenText> {
  const text = composedText(call);
  if (text !== undefined) {
    yield { text, piece };
  } else if (piece.where === 'credential' || tellingName(piece.name)) {
    if (call.name === 'Ref' && isToldElsewhere(resource.template, String(call.argument))) return;
    const value = Value.of(resource, pathOf(piece), piece.node);
    if (call.name !== 'Fn::If' && value.isKnown && value.text !== undefined) yield { text: value.text, piece };
  }
}

/** A parameter whose default is found where it is declared, or that the stack above gives. */
function isToldElsewhere(template: Template, parameter: string): boolean {
  const preset = own(own(template.section('Parameters'), parameter), 'Default');
  const isGiven = template.parent !== undefined && template.resolver.parameters.isGiven(parameter);
  return isGiven || (typeof preset === 'string' && findSecret(parameter, preset) !== undefined);
}
