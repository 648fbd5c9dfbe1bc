import { defined, isIntrinsic, listOf, madeByTransform } from './raw';
import { policyDocument } from './role';
import { connectorProfile } from '../../facts/sam/connectors';
import type { ConnectorAccess, ConnectorProfile } from '../../facts/sam/connectors';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

const connectorType = 'AWS::Serverless::Connector';

/** A connector, be it a resource of its own or written at its source. */
interface Connector {
  readonly id: string;
  readonly source: unknown;
  readonly destination: unknown;
  readonly permissions: readonly unknown[];
  readonly writtenAt: { readonly logicalId: string; readonly path: readonly string[] };
  readonly condition: unknown;
}

/** Whether SAM connects something to this resource. */
export function hasConnectors({ declaration }: DeclaredResource): boolean {
  return isObject(own(declaration, 'Connectors'));
}

/**
 * The policies and permissions that the connectors of a template stand for.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html
 */
export function connectorResources(
  declared: readonly DeclaredResource[],
  expanded: ReadonlyMap<string, DeclaredResource>,
): readonly DeclaredResource[] {
  const connectors = declared.flatMap((one) => [...standingAlone(one), ...embeddedIn(one)]);
  return connectors.flatMap((connector) => {
    const [source, destination] = [connector.source, connector.destination].map((end) => endOf(end, expanded));
    const profile = connectorProfile(source.type, destination.type);
    const made = profile ? connected(connector, profile, source, destination) : unknownPolicy(source, destination);
    return made.map(({ suffix, type, properties }) => ({
      logicalId: `${connector.id}${suffix}`,
      madeFor: connector.id,
      declaration: defined({ Condition: connector.condition, Type: type, Properties: properties }),
      writtenAt: [{ part: [], ...connector.writtenAt }],
    }));
  });
}

function standingAlone({ logicalId, declaration }: DeclaredResource): readonly Connector[] {
  if (declaration.Type !== connectorType) return [];
  const properties = own(declaration, 'Properties');
  return split({
    id: logicalId,
    source: own(properties, 'Source'),
    destination: own(properties, 'Destination'),
    permissions: listOf(own(properties, 'Permissions')),
    writtenAt: { logicalId, path: ['Properties'] },
    condition: own(declaration, 'Condition'),
  });
}

function embeddedIn({ logicalId, declaration }: DeclaredResource): readonly Connector[] {
  const connectors = own(declaration, 'Connectors');
  return Object.entries(isObject(connectors) ? connectors : {}).flatMap(([name, connector]) => {
    const properties = own(connector, 'Properties');
    return split({
      id: `${logicalId}${name}`,
      source: { ...(own(properties, 'SourceReference') as object | undefined), Id: logicalId },
      destination: own(properties, 'Destination'),
      permissions: listOf(own(properties, 'Permissions')),
      writtenAt: { logicalId, path: ['Connectors', name, 'Properties'] },
      condition: own(declaration, 'Condition'),
    });
  });
}

/** One connector for each of its destinations. */
function split(connector: Connector): readonly Connector[] {
  const { destination, id } = connector;
  if (!Array.isArray(destination)) return [connector];
  return destination.map((one: unknown, index) => ({ ...connector, destination: one, id: `${id}Destination${index}` }));
}

/** The source or destination of a connector, with what a policy says about it. */
interface End {
  readonly type: string;
  readonly arn: unknown;
  readonly name: unknown;
  /** For the `Roles` of a policy. */
  readonly role: unknown;
  readonly id: unknown;
  readonly qualifier: unknown;
}

function endOf(end: unknown, resources: ReadonlyMap<string, DeclaredResource>): End {
  const id = own(end, 'Id');
  const declaration = typeof id === 'string' ? resources.get(id)?.declaration : undefined;
  const type = String(declaration ? declaration.Type : own(end, 'Type'));
  const attribute = (name: string) => (declaration ? { 'Fn::GetAtt': [id, name] } : madeByTransform);
  return {
    type,
    arn: own(end, 'Arn') ?? (type === 'AWS::SNS::Topic' ? { Ref: id } : attribute('Arn')),
    name: own(end, 'Name') ?? attribute('Name'),
    role: own(end, 'RoleName') ?? roleNameOf(own(declaration, 'Properties')),
    id: own(end, 'ResourceId') ?? (declaration ? { Ref: id } : madeByTransform),
    qualifier: own(end, 'Qualifier') ?? '*',
  };
}

function roleNameOf(properties: unknown): unknown {
  const targets = listOf(own(properties, 'Targets')).map((target) => own(target, 'RoleArn'));
  const candidates = ['Role', 'RoleArn', 'ServiceRoleArn'].map((name) => own(properties, name));
  const arn = [...candidates, ...targets].find((one) => one !== undefined);
  const attribute = own(arn, 'Fn::GetAtt');
  const [name, which] = Array.isArray(attribute) ? (attribute as unknown[]) : String(attribute).split('.');
  return which === 'Arn' && isIntrinsic(arn) ? { Ref: name } : madeByTransform;
}

interface Made {
  readonly suffix: string;
  readonly type: string;
  readonly properties: JsonObject;
}

function connected(connector: Connector, profile: ConnectorProfile, source: End, destination: End): readonly Made[] {
  const variables = {
    'Source.Arn': source.arn,
    'Destination.Arn': destination.arn,
    'Destination.Name': destination.name,
  };
  const resourcesOf = ({ resources }: ConnectorAccess) => resources.map((arn) => ({ 'Fn::Sub': [arn, variables] }));
  const isRead = connector.permissions.some((one) => one === 'Read');
  const isWrite = connector.permissions.some((one) => one === 'Write');
  const access = [...(isRead ? profile.Read : []), ...(isWrite ? profile.Write : [])];
  if (access.length === 0) return [];
  const caller = { ArnEquals: { 'aws:SourceArn': source.arn } };
  const statements = access.map((one) => ({
    Effect: 'Allow',
    Action: one.actions,
    Resource: resourcesOf(one),
    ...(profile.service && { Principal: { Service: profile.service }, Condition: caller }),
  }));
  const PolicyDocument = policyDocument(statements);
  const ofResource = { PolicyDocument, [profile.target === 'queue policy' ? 'Queues' : 'Topics']: [destination.id] };
  switch (profile.target) {
    case 'queue policy':
      return [{ suffix: 'QueuePolicy', type: 'AWS::SQS::QueuePolicy', properties: ofResource }];
    case 'topic policy':
      return [{ suffix: 'TopicPolicy', type: 'AWS::SNS::TopicPolicy', properties: ofResource }];
    case 'function permission':
      return [{ suffix: 'WriteLambdaPermission', type: 'AWS::Lambda::Permission', properties: permission() }];
    default: {
      const { role } = profile.target === 'role of the source' ? source : destination;
      return [{ suffix: 'Policy', type: 'AWS::IAM::ManagedPolicy', properties: { PolicyDocument, Roles: [role] } }];
    }
  }

  function permission(): JsonObject {
    const ofApi = source.type.startsWith('AWS::ApiGateway') && executeApi(source);
    const ofGraphQl = source.type === 'AWS::AppSync::GraphQLApi' && graphQlApi(source);
    return defined({
      Action: 'lambda:InvokeFunction',
      FunctionName: destination.arn,
      Principal: profile.service,
      SourceArn: ofApi || ofGraphQl || source.arn,
      SourceAccount: source.type === 'AWS::S3::Bucket' ? { Ref: 'AWS::AccountId' } : undefined,
    });
  }
}

function executeApi({ id, qualifier }: End): JsonObject {
  const arn = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/${Qualifier}';
  return { 'Fn::Sub': [arn, { Api: id, Qualifier: qualifier }] };
}

function graphQlApi({ id }: End): JsonObject {
  const name = isIntrinsic(id) && 'Ref' in id ? { 'Fn::GetAtt': [id.Ref, 'ApiId'] } : id;
  return { 'Fn::Sub': ['arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${Api}', { Api: name }] };
}

/** What nobody can tell, for whoever may get it. */
function unknownPolicy(source: End, destination: End): readonly Made[] {
  const roles = [source.role, destination.role].filter((role) => role !== madeByTransform);
  const Roles = roles.length > 0 ? roles : [madeByTransform];
  return [
    { suffix: 'Policy', type: 'AWS::IAM::ManagedPolicy', properties: { PolicyDocument: madeByTransform, Roles } },
  ];
}
