import { actionTable, resourceControlServices } from './actions.generated';
import { canBe } from './arn-patterns';
import { matchesWildcards } from './wildcards';

/** What an action does, in the words of the service authorization reference. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** A kind of resource that policies can name. */
export interface ResourceType {
  /** As the service authorization reference names it, for example `object`. */
  readonly name: string;
  /** With placeholders, for example `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
}

/** An action of an AWS service that a policy can allow or deny. */
export interface Action {
  /** In the spelling of AWS, for example `s3:GetObject`. */
  readonly name: string;
  readonly service: string;
  readonly accessLevel: AccessLevel;
  /** What the action can be limited to; empty where only `"Resource": "*"` has an effect. */
  readonly resourceTypes: readonly ResourceType[];
  /** Those of the resource types that every call of the action names. */
  readonly requiredResourceTypes: readonly ResourceType[];
}

interface Service {
  readonly actions: ReadonlyMap<string, Action>;
  readonly resourceTypes: readonly ResourceType[];
}

const accessLevels: Readonly<Record<string, AccessLevel>> = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  T: 'Tagging',
  P: 'Permissions management',
};

/**
 * Actions that AWS can limit to a resource in a special case only; the usual call names none.
 *
 * `GetMetricData`, `ListMetrics`, `PutMetricData`: the data set is optional, and a metric outside of data sets is
 * allowed by `*` alone.
 * Polly, Translate: lexicon, terminology and parallel data are optional.
 * `DetectEntities`, `DetectModerationLabels`: the endpoint, or the adapter, of a model of one's own is optional.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html
 * @see https://docs.aws.amazon.com/polly/latest/dg/api-permissions-reference.html
 * @see https://docs.aws.amazon.com/translate/latest/dg/access-control-managing-permissions.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrekognition.html
 */
const usuallyWithoutResource: ReadonlySet<string> = new Set([
  'cloudwatch:GetMetricData',
  'cloudwatch:ListMetrics',
  'cloudwatch:PutMetricData',
  'comprehend:DetectEntities',
  'polly:StartSpeechSynthesisTask',
  'polly:SynthesizeSpeech',
  'rekognition:DetectModerationLabels',
  'translate:StartTextTranslationJob',
  'translate:TranslateDocument',
  'translate:TranslateText',
]);

const decoded = new Map<string, Service>();

/**
 * The action of that name in any case, as IAM reads it, or `undefined` where AWS has none.
 */
export function findAction(name: string): Action | undefined {
  let action = found.get(name);
  if (!action) {
    const [service, itself] = split(name);
    action = findService(service)?.actions.get(itself);
    if (found.size === mostFound) found.clear();
    if (action) found.set(name, action);
  }
  return action;
}

const found = new Map<string, Action>();
const mostFound = 10_000;

/**
 * Whether a policy can usefully allow the action on `*` only. `undefined` where AWS has no such action.
 */
export function isWildcardOnly(name: string): boolean | undefined {
  const action = findAction(name);
  return action && (action.resourceTypes.length === 0 || usuallyWithoutResource.has(action.name));
}

/**
 * The actions that a pattern of a policy stands for: `s3:Get*`, `*`, `s3:*`, `s*:GetObject`.
 *
 * Names of AWS's own spelling, sorted; empty where no action matches.
 */
export function expandActions(pattern: string): readonly string[] {
  let actions = expanded.get(pattern);
  if (!actions) {
    actions = findActions(pattern);
    if (expanded.size === mostExpanded) expanded.clear();
    expanded.set(pattern, actions);
  }
  return actions;
}

/** An app has the same few patterns over and over. */
const expanded = new Map<string, readonly string[]>();
const mostExpanded = 1_000;

function findActions(pattern: string): readonly string[] {
  const [servicePattern, actionPattern] = pattern === '*' ? ['*', '*'] : split(pattern);
  const services = /[*?]/.test(servicePattern)
    ? Object.keys(actionTable).filter((service) => matchesWildcards(servicePattern, service))
    : [servicePattern];
  return services
    .flatMap((service) => [...(findService(service)?.actions ?? [])])
    .filter(([key]) => matchesWildcards(actionPattern, key))
    .map(([, action]) => action.name)
    .sort();
}

/** The kinds of resource that the action can be limited to; empty for an action that AWS does not have. */
export function resourceTypesOf(name: string): readonly ResourceType[] {
  return findAction(name)?.resourceTypes ?? [];
}

/** The ARN formats that the action can be limited to, with placeholders such as `${BucketName}`. */
export function arnPatternsOf(name: string): readonly string[] {
  return resourceTypesOf(name).map((type) => type.arn);
}

/** `undefined` where AWS has no such action. */
export function accessLevelOf(name: string): AccessLevel | undefined {
  return findAction(name)?.accessLevel;
}

/**
 * The kinds of resource of the action that an ARN of a policy can stand for.
 *
 * The ARN may hold `*`, `?`, and `${…}` for a piece that is only known after deployment; such a piece is taken to be
 * one name, so `arn:${AWS::Partition}:s3:::${Bucket}` is a bucket and never an object.
 */
export function resourceTypesFor(name: string, arn: string): readonly ResourceType[] {
  const form = arn.includes('${') ? arn.replace(/\$\{[^}]*\}/g, '${}') : arn;
  const key = `${name} ${form}`;
  let types = typesFor.get(key);
  if (!types) {
    types = findTypesFor(name, form);
    if (typesFor.size === mostTypesFor) typesFor.clear();
    typesFor.set(key, types);
  }
  return types;
}

/** Most ARNs of an app differ only in what stands for a name. */
const typesFor = new Map<string, readonly ResourceType[]>();
const mostTypesFor = 10_000;

function findTypesFor(name: string, arn: string): readonly ResourceType[] {
  const action = findAction(name);
  if (!action) return [];
  const formats = findService(action.service)!.resourceTypes.map((type) => type.arn);
  return action.resourceTypes.filter((type) => canBe(arn, type.arn, formats));
}

/**
 * Whether resource control policies of an organization have a say in an action, which they have in some services only.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html
 */
export function supportsResourceControl(name: string): boolean {
  return resourceControlServices.includes(split(name)[0]) && name.toLowerCase() !== 'kms:retiregrant';
}

/** The names of all services that have actions, for example `s3`. */
export function serviceNames(): readonly string[] {
  return Object.keys(actionTable);
}

function split(name: string): [string, string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', ''] : [name.slice(0, colon).toLowerCase(), name.slice(colon + 1).toLowerCase()];
}

function findService(name: string): Service | undefined {
  if (!Object.hasOwn(actionTable, name)) return undefined;
  let service = decoded.get(name);
  if (!service) {
    service = decode(name, actionTable[name]);
    decoded.set(name, service);
  }
  return service;
}

function decode(service: string, table: string): Service {
  const [typeLine, ...groups] = table.split('\n');
  const resourceTypes = typeLine
    .split(';')
    .filter((entry) => entry !== '')
    .map((entry) => decodeResourceType(service, entry));

  const actions = new Map<string, Action>();
  for (const group of groups) {
    const [signature, ...verbs] = group.split(' ');
    const on = signature
      .slice(1)
      .split(',')
      .filter((type) => type !== '');
    const shared = {
      service,
      accessLevel: accessLevels[signature[0]],
      resourceTypes: on.map((type) => resourceTypes[parseInt(type)]),
      requiredResourceTypes: on.filter((type) => type.endsWith('!')).map((type) => resourceTypes[parseInt(type)]),
    };
    for (const verbAndNouns of verbs) {
      const [verb, nouns] = verbAndNouns.split(':');
      for (const noun of nouns.split(',')) {
        actions.set(`${verb}${noun}`.toLowerCase(), { name: `${service}:${verb}${noun}`, ...shared });
      }
    }
  }
  return { actions, resourceTypes };
}

function decodeResourceType(service: string, entry: string): ResourceType {
  const [name, arn] = entry.split('=');
  const full = arn.startsWith('~') ? `arn:<Partition>:${service}:<Region>:<Account>:${arn.slice(1)}` : arn;
  return { name, arn: full.replace(/<([^>]+)>/g, '${$1}') };
}
