import { argumentsOf, callIn, composedText } from './composed-text';
import type { Call } from './composed-text';
import { isLookedAfter, isToldWhereUsed } from './looked-after';
import { findSecret, takesSecret, tellingName } from '../../../facts/secrets';
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
  readonly path: readonly string[];
  readonly where: Where;
}

/** Functions whose arguments name something else. */
const naming = new Set(['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::GetStackOutput', 'Fn::GetAZs', 'Condition']);

/** What tools write for themselves. */
const ofTools = /^(?:aws:|cdk_nag|cdk-secure-serverless:|guard|cfn_nag|cfn-lint|checkov)/;

/** The keys under which people write for people. */
const prose = /^(?:.*[Dd]escription|[Cc]omment|[Tt]itle|[Ss]ummary|.*Message|DisplayName|[Ll]abel|default)$/;

/** Every text of a resource that stands in the template and that no other rule looks at. */
export function* textsOf(resource: Resource): Generator<WrittenText> {
  const metadata = Object.entries(resource.metadata).filter(([key]) => !ofTools.test(key));
  const properties = resource.type === 'Parameter' ? defaultsOf(resource) : resource.rawProperties;
  const name = resource.type === 'Output' || resource.type === 'Parameter' ? resource.logicalId : '';
  const open: Piece[] = [
    { name, node: Object.fromEntries(metadata), path: ['Metadata'], where: 'value' },
    { name, node: properties, path: ['Properties'], where: 'value' },
  ];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const { node, where } = piece;
    if (typeof node === 'string' || (typeof node === 'number' && where === 'credential')) {
      yield { text: String(node), piece };
    } else if (typeof node === 'object' && node !== null) {
      const call = callIn(node);
      if (call) yield* textsOfCall(resource, piece, call);
      for (const inner of call ? piecesOfCall(piece, call) : piecesBelow(resource, piece, node)) open.push(inner);
    }
  }
}

/** Of a parameter that is read from elsewhere, the default is a name. */
function defaultsOf({ rawProperties, template, logicalId }: Resource): object {
  const { Type: type, Default: preset, AllowedValues: allowed, Description: description } = rawProperties;
  if (/^AWS::SSM::/.test(String(type)) || isToldWhereUsed(template, logicalId, String(preset))) {
    return { Description: description };
  }
  return { Default: preset, AllowedValues: allowed, Description: description };
}

function* piecesBelow(resource: Resource, { name, path, where }: Piece, node: object): Generator<Piece> {
  if (isKeptElsewhere(node)) return;
  const isList = Array.isArray(node);
  const named = isList ? undefined : nameIn(node);
  for (const [key, item] of Object.entries(node)) {
    const below = [...path, key];
    if (item === null || typeof item === 'boolean' || isLookedAfter(resource, below)) continue;
    const itsName = isList ? (optionBefore(node, Number(key)) ?? name) : nameOf(resource, key, named, name);
    yield { name: itsName, node: item, path: below, where: isList ? where : whereIs(resource, below, key) };
  }
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

function whereIs({ type }: Resource, path: readonly string[], key: string): Where {
  if (takesSecret(type, path.slice(1))) return 'credential';
  return prose.test(key) ? 'prose' : 'value';
}

function* piecesOfCall({ name, path, where }: Piece, call: Call): Generator<Piece> {
  if (naming.has(call.name)) return;
  for (const [key, node] of argumentsOf(call)) yield { name: key ?? name, node, path, where };
}

/** The text that a function makes of literals, and what it turns out to be where a secret belongs. */
function* textsOfCall(resource: Resource, piece: Piece, call: Call): Generator<WrittenText> {
  const text = composedText(call);
  if (text !== undefined) {
    yield { text, piece };
  } else if (piece.where === 'credential' || tellingName(piece.name)) {
    if (call.name === 'Ref' && isToldElsewhere(resource.template, String(call.argument))) return;
    const value = Value.of(resource, piece.path, piece.node);
    if (call.name !== 'Fn::If' && value.isKnown && value.text !== undefined) yield { text: value.text, piece };
  }
}

/** A parameter whose default is found where it is declared, or that the stack above gives. */
function isToldElsewhere(template: Template, parameter: string): boolean {
  const preset = own(own(template.section('Parameters'), parameter), 'Default');
  const isGiven = template.parent !== undefined && template.resolver.parameters.isGiven(parameter);
  return isGiven || (typeof preset === 'string' && findSecret(parameter, preset) !== undefined);
}
