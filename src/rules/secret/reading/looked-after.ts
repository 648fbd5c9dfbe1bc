import { findSecret } from '../../../facts/secrets';
import { own } from '../../../template';
import type { Resource, Template } from '../../../template';

/** By type: the properties whose secrets another rule finds. */
const byType: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['Environment.Variables', 'Code.ZipFile'],
  'AWS::Lambda::WebFunctionRevision': ['ServiceConfig.EnvironmentVariables'],
  'AWS::Lambda::Permission': ['EventSourceToken'],
  'AWS::ApiGateway::Stage': ['Variables'],
  'AWS::ApiGateway::Deployment': ['StageDescription.Variables'],
  'AWS::ApiGatewayV2::Stage': ['StageVariables'],
  'AWS::StepFunctions::StateMachine': ['DefinitionString', 'Definition', 'DefinitionSubstitutions'],
  'AWS::SecretsManager::Secret': ['SecretString'],
  'AWS::SSM::Parameter': ['Value'],
  'AWS::IAM::User': ['LoginProfile.Password'],
  'AWS::DocDB::DBCluster': ['MasterUserPassword'],
  'AWS::KinesisFirehose::DeliveryStream': [
    'RedshiftDestinationConfiguration.Password',
    'SplunkDestinationConfiguration.HECToken',
    'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
    'SnowflakeDestinationConfiguration.PrivateKey',
    'SnowflakeDestinationConfiguration.KeyPassphrase',
  ],
  'AWS::Events::Connection': [
    'AuthParameters.BasicAuthParameters.Password',
    'AuthParameters.ApiKeyAuthParameters.ApiKeyValue',
    'AuthParameters.OAuthParameters.ClientParameters.ClientSecret',
  ],
};

/** Whether another rule may look for secrets under a key, somewhere in a resource: mostly that is enough to know. */
export function mayBeLookedAfter({ type }: Resource, key: string): boolean {
  if (!Object.hasOwn(byType, type)) return false;
  return key.includes('.') || byType[type].some((one) => one === key || one.endsWith(`.${key}`));
}

/** Whether another rule looks for secrets there. */
export function isLookedAfter({ type }: Resource, path: readonly string[]): boolean {
  if (!Object.hasOwn(byType, type) || path[0] !== 'Properties') return false;
  const property = path.slice(1).join('.');
  return byType[type].some((one) => property === one || property.startsWith(`${one}.`));
}

interface Use {
  readonly key: string;
  readonly isWhole: boolean;
}

const known = new WeakMap<Template, ReadonlyMap<string, readonly Use[]>>();

/** Whether another rule says already that the default of a parameter is a secret, where the parameter is used. */
export function isToldWhereUsed(template: Template, parameter: string, text: string): boolean {
  const uses = known.get(template) ?? usesOfParameters(template);
  known.set(template, uses);
  return (uses.get(parameter) ?? []).some(({ key, isWhole }) => isWhole || findSecret(key, text) !== undefined);
}

function usesOfParameters(template: Template): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const resource of template.resources) {
    if (!Object.hasOwn(byType, resource.type)) continue;
    for (const path of byType[resource.type]) {
      const written = path.split('.').reduce<unknown>(own, resource.rawProperties);
      const key = path.split('.').at(-1)!;
      for (const [name, use] of namesIn(written, key)) {
        uses.set(name, [
          ...(uses.get(name) ?? []),
          { key: use, isWhole: use === key && key !== 'Value' && key !== 'ZipFile' },
        ]);
      }
    }
  }
  return uses;
}

/** What is referred to below a piece of a template, with the key that it stands under. */
function* namesIn(node: unknown, key: string): Generator<readonly [string, string]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, item] of Object.entries(node)) {
    if (name === 'Ref' && typeof item === 'string') {
      yield [item, key];
    } else if (name === 'Fn::Sub') {
      const text: unknown = Array.isArray(item) ? item[0] : item;
      for (const [, one] of String(text).matchAll(/\$\{(\w+)\}/g)) yield [one, key];
    }
    yield* namesIn(item, /^(?:Fn::.*|\d+)$/.test(name) ? key : name);
  }
}
