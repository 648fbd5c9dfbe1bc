import { declaredEvents } from './events';
import { arnOf, defined, isIntrinsic, pick, rewrite, tagsOf } from './raw';
import { allowing, policy, roleFor, trust } from './role';
import type { SamResource } from './sam-resource';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';

const keyTypes: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html */
export function tableResources(sam: SamResource): readonly DeclaredResource[] {
  const key = sam.read('PrimaryKey');
  const AttributeName = own(key, 'Name') ?? 'id';
  const AttributeType = keyTypes[String(own(key, 'Type') ?? 'String')] ?? own(key, 'Type');
  const throughput = sam.read('ProvisionedThroughput');
  const properties = defined({
    ...pick(sam.properties, ['PointInTimeRecoverySpecification', 'SSESpecification', 'TableName']),
    KeySchema: [{ AttributeName, KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName, AttributeType }],
    ...(throughput === undefined ? { BillingMode: 'PAY_PER_REQUEST' } : { ProvisionedThroughput: throughput }),
    Tags: tagsOf(sam.read('Tags')),
  });
  return [sam.itself('AWS::DynamoDB::Table', properties)];
}

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export function stateMachineResources(sam: SamResource): readonly DeclaredResource[] {
  const definition = sam.read('DefinitionUri');
  const role = sam.read('Role');
  const properties = defined({
    Definition: sam.read('Definition'),
    DefinitionS3Location: rewrite(definition, (uri) => (isObject(uri) ? uri : { Key: uri })),
    RoleArn: role ?? arnOf(`${sam.logicalId}Role`),
    StateMachineName: sam.read('Name'),
    StateMachineType: sam.read('Type'),
    LoggingConfiguration: sam.read('Logging'),
    TracingConfiguration: sam.read('Tracing'),
    DefinitionSubstitutions: sam.read('DefinitionSubstitutions'),
    EncryptionConfiguration: sam.read('EncryptionConfiguration'),
    Tags: tagsOf(sam.read('Tags')),
  });
  const itself = sam.itself('AWS::StepFunctions::StateMachine', properties, {
    DefinitionS3Location: 'DefinitionUri',
    RoleArn: 'Role',
    StateMachineName: 'Name',
    StateMachineType: 'Type',
    LoggingConfiguration: 'Logging',
    TracingConfiguration: 'Tracing',
  });
  const managed = sam.read('Tracing') === undefined ? [] : ['AWSXRayDaemonWriteAccess'];
  const made = role === undefined ? [roleFor(sam, { service: 'states.amazonaws.com', managed })] : [];
  return [itself, ...made, ...startedBy(sam)];
}

/** Rules that start the state machine, each with a role for just that. */
function startedBy(sam: SamResource): readonly DeclaredResource[] {
  return declaredEvents(sam).flatMap(({ name, type, properties, path }) => {
    if (!['Schedule', 'CloudWatchEvent', 'EventBridgeRule'].includes(type)) return [];
    const machine = { Ref: sam.logicalId };
    const RoleArn = properties.RoleArn ?? arnOf(`${sam.logicalId}${name}Role`);
    const rule = defined({
      ScheduleExpression: properties.Schedule,
      EventPattern: properties.Pattern,
      EventBusName: properties.EventBusName,
      State: properties.State,
      Targets: [{ Id: `${name}StepFunctionsTarget`, Arn: machine, RoleArn }],
    });
    const role = {
      AssumeRolePolicyDocument: trust('events.amazonaws.com'),
      Policies: [policy(`${name}StartExecutionPolicy`, allowing('states:StartExecution', machine))],
    };
    const made = properties.RoleArn === undefined ? [sam.beside(`${name}Role`, 'AWS::IAM::Role', role, path)] : [];
    return [sam.beside(name, 'AWS::Events::Rule', rule, path), ...made];
  });
}

/** Retained unless the template says otherwise. @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html */
export function layerResources(sam: SamResource): readonly DeclaredResource[] {
  const content = rewrite(sam.read('ContentUri'), (uri) =>
    isObject(uri) ? defined({ S3Bucket: uri.Bucket, S3Key: uri.Key, S3ObjectVersion: uri.Version }) : { S3Key: uri },
  );
  const properties = defined({
    ...pick(sam.properties, [
      'CompatibleArchitectures',
      'CompatibleRuntimes',
      'Description',
      'LayerName',
      'LicenseInfo',
    ]),
    Content: content,
  });
  const layer = sam.itself('AWS::Lambda::LayerVersion', properties, { Content: 'ContentUri' });
  const policyOfLayer = sam.read('RetentionPolicy') ?? 'Retain';
  return [{ ...layer, declaration: { ...layer.declaration, DeletionPolicy: policyOfLayer } }];
}

/** A nested stack; one of the Serverless Application Repository is not part of the application. */
export function nestedApplication(sam: SamResource): readonly DeclaredResource[] {
  const location = sam.read('Location');
  const properties = defined({
    TemplateURL: isObject(location) && !isIntrinsic(location) ? undefined : location,
    ...pick(sam.properties, ['NotificationARNs', 'Parameters', 'TimeoutInMinutes']),
    Tags: tagsOf(sam.read('Tags')),
  });
  return [sam.itself('AWS::CloudFormation::Stack', properties, { TemplateURL: 'Location' })];
}
