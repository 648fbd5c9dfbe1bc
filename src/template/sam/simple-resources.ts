import { arnOf, defined, isIntrinsic, madeByTransform, pick, rewrite, tagsOf } from './raw';
import { trust } from './role';
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
    TemplateURL: isObject(location) && !isIntrinsic(location) ? madeByTransform : location,
    ...pick(sam.properties, ['NotificationARNs', 'Parameters', 'TimeoutInMinutes']),
    Tags: tagsOf(sam.read('Tags')),
  });
  return [sam.itself('AWS::CloudFormation::Stack', properties, { TemplateURL: 'Location' })];
}

/** The role with which Lambda runs the instances is made where none is named. @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html */
export function capacityProviderResources(sam: SamResource): readonly DeclaredResource[] {
  const { OperatorRole: role, ScalingConfig: scaling, Tags: tags, PropagateTags: _propagate, ...rest } = sam.properties;
  const roleId = `${sam.logicalId}OperatorRole`;
  const properties = defined({
    ...rest,
    CapacityProviderScalingConfig: scaling,
    PermissionsConfig: { CapacityProviderOperatorRoleArn: role ?? arnOf(roleId) },
    Tags: tagsOf(tags),
  });
  const itself = sam.itself('AWS::Lambda::CapacityProvider', properties, { PermissionsConfig: 'OperatorRole' });
  const managed = 'arn:${AWS::Partition}:iam::aws:policy/AWSLambdaManagedEC2ResourceOperator';
  const made = {
    AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
    ManagedPolicyArns: [{ 'Fn::Sub': managed }],
  };
  return [itself, ...(role === undefined ? [sam.beside('OperatorRole', 'AWS::IAM::Role', made, [])] : [])];
}
