import type { Operator } from './mutants';

/**
 * Why no rule has to notice a change.
 *
 * - `same`: what is deployed is the same, or another name or text for people;
 * - `refused`: the service refuses it, though CloudFormation's schema lets it through;
 * - `harmless`: something else is deployed, and nothing is loosened.
 */
export type Kind = 'same' | 'refused' | 'harmless';

/** Changes of a construct's template that no rule notices, for one reason. */
export interface Survivors {
  readonly kind: Kind;
  readonly type: string;
  readonly reason: string;
  /** Where AWS documents it. */
  readonly source: string;
  /** By construct (of `constructs.ts`): the resource, the property, and what is done to it. */
  readonly places: Readonly<Record<string, readonly (readonly [string, string, Operator])[]>>;
}

/** Every change that no rule notices, by property: what is not listed here is one that a user should be told of. */
export const survivors: readonly Survivors[] = [
  {
    kind: 'same',
    type: 'AWS::KMS::Key',
    reason: 'A text for people.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
    places: {
      'SecureFunction, invoked asynchronously': [['SharedKey', 'Properties.Description', 'remove']],
      SecureBucket: [['SharedKey', 'Properties.Description', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::KMS::Key',
    reason: 'In the policy of a key only actions of KMS apply: `*` is `kms:*`.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
    places: {
      'SecureFunction, invoked asynchronously': [
        ['SharedKey', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *'],
      ],
      SecureBucket: [['SharedKey', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *']],
      SecureKey: [['Key', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::KMS::Key',
    reason:
      'An action less: CloudWatch Logs makes its data keys with `kms:GenerateDataKey`, which `kms-service-denied` asks for.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    places: {
      'SecureFunction, invoked asynchronously': [['SharedKey', 'Properties.KeyPolicy.Statement.1.Action.5', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::KMS::Key',
    reason: '30 days is what KMS waits where nothing is said.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
    places: {
      'SecureFunction, invoked asynchronously': [['SharedKey', 'Properties.PendingWindowInDays', 'remove']],
      SecureBucket: [['SharedKey', 'Properties.PendingWindowInDays', 'remove']],
      SecureKey: [['Key', 'Properties.PendingWindowInDays', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::KMS::Key',
    reason: 'The default key policy has the same statement, for the account.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
    places: {
      SecureBucket: [['SharedKey', 'Properties.KeyPolicy', 'remove']],
      SecureKey: [['Key', 'Properties.KeyPolicy', 'remove']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Function',
    reason: 'What the code reads from its environment is its own matter; what is gone needs no protection.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    places: {
      'SecureFunction, invoked asynchronously': [
        ['Orders', 'Properties.Environment', 'remove'],
        ['Orders', 'Properties.Environment.Variables', 'remove'],
        ['Orders', 'Properties.Environment.Variables.TABLE', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Function',
    reason: 'The framework no longer knows which function to call, and each deployment fails with an error.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
    places: {
      'CustomResourceHardening of a provider': [
        ['ProviderframeworkonEvent', 'Properties.Environment', 'remove'],
        ['ProviderframeworkonEvent', 'Properties.Environment.Variables', 'remove'],
        ['ProviderframeworkonEvent', 'Properties.Environment.Variables.USER_ON_EVENT_FUNCTION_ARN', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::Lambda::Function',
    reason: '`Terminate` is what Lambda does where nothing is said.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
    places: {
      'SecureFunction, invoked asynchronously': [['Orders', 'Properties.RecursiveLoop', 'remove']],
      'SecureFunction in a VPC, with a dead-letter queue': [['Orders', 'Properties.RecursiveLoop', 'remove']],
      'SecureFunction behind a URL': [['Orders', 'Properties.RecursiveLoop', 'remove']],
      SecureNodejsFunction: [['Orders', 'Properties.RecursiveLoop', 'remove']],
      EgressFunction: [['PaymentsFunction', 'Properties.RecursiveLoop', 'remove']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason: 'The statement for the environment already lets Lambda, and no code, decrypt with this key.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
    places: {
      'SecureFunction, invoked asynchronously': [
        ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.1.Action.0', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason: 'Through SQS only, where the role may send to one queue, which has one key.',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service',
    places: {
      'SecureFunction, invoked asynchronously': [
        ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.1.Resource', 'widen to *'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::SQS::Queue',
    reason: '`Delete` is what CloudFormation does where nothing is said.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    places: {
      'SecureFunction, invoked asynchronously': [
        ['FunctionFailureQueue', 'DeletionPolicy', 'remove'],
        ['FunctionFailureQueue', 'UpdateReplacePolicy', 'remove'],
      ],
      'SecureFunction in a VPC, with a dead-letter queue': [
        ['OrdersDeadLetterQueue', 'DeletionPolicy', 'remove'],
        ['OrdersDeadLetterQueue', 'UpdateReplacePolicy', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::CloudFormation::CustomResource',
    reason: '`Delete` is what CloudFormation does where nothing is said.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    places: {
      'CustomResourceHardening of a provider': [
        ['Seed', 'DeletionPolicy', 'remove'],
        ['Seed', 'UpdateReplacePolicy', 'remove'],
      ],
    },
  },
  {
    kind: 'refused',
    type: 'AWS::EC2::SecurityGroup',
    reason: 'EC2 wants to know the destination of a rule.',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-egress.html',
    places: {
      'SecureFunction in a VPC, with a dead-letter queue': [
        ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress.0.CidrIp', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Function',
    reason: 'The function has no environment: there is nothing that the key would encrypt.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
    places: {
      'SecureFunction in a VPC, with a dead-letter queue': [['Orders', 'Properties.KmsKeyArn', 'remove']],
      'SecureFunction behind a URL': [['Orders', 'Properties.KmsKeyArn', 'remove']],
      SecureNodejsFunction: [['Orders', 'Properties.KmsKeyArn', 'remove']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason: 'The function has no environment: there is nothing that Lambda would decrypt.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
    places: {
      'SecureFunction in a VPC, with a dead-letter queue': [
        ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
      ],
      'SecureFunction behind a URL': [
        ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
      ],
      EgressFunction: [
        ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason: 'It was every resource of the account and region, and nobody makes network interfaces in another account.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    places: {
      'SecureFunction in a VPC, with a dead-letter queue': [
        ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.0.Resource', 'widen to *'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason: 'No statement allows `ec2:DetachNetworkInterface`: the denial is a second lock.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    places: {
      'SecureFunction in a VPC, with a dead-letter queue': [
        ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.2.Action.4', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::IAM::Policy',
    reason: 'A name for people.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
    places: {
      'SecureFunction in a VPC, with a dead-letter queue': [
        ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.2.Sid', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::S3::BucketPolicy',
    reason: 'A name for people.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
    places: {
      SecureBucket: [
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.2.Sid', 'remove'],
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.3.Sid', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::ApiGateway::Deployment',
    reason: 'A text for people.',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
    places: {
      SecureApi: [['ApiDeployment', 'Properties.Description', 'remove']],
      'SecureApi for the users of a pool': [['ApiDeployment', 'Properties.Description', 'remove']],
      'SecureApi with a domain and a firewall that exists': [['ApiDeployment', 'Properties.Description', 'remove']],
      'SecureApi, private': [['ApiDeployment', 'Properties.Description', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::IAM::Role',
    reason: 'A text for people.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
    places: {
      ScopedRole: [['Reader', 'Properties.Description', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::Lambda::Function',
    reason: 'A text for people.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
    places: {
      'CustomResourceHardening of a provider': [['ProviderframeworkonEvent', 'Properties.Description', 'remove']],
      EgressFunction: [['PaymentsFunction', 'Properties.Description', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::ApiGateway::Stage',
    reason: 'Off is what API Gateway takes where nothing is said.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
    places: {
      SecureApi: [
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
      ],
      'SecureApi for the users of a pool': [
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
      ],
      'SecureApi with a domain and a firewall that exists': [
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
      ],
      'SecureApi, private': [
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.DataTraceEnabled', 'remove'],
        ['ApiDeploymentStageprod', 'Properties.MethodSettings.0.MetricsEnabled', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::ApiGateway::Account',
    reason: 'Deleting the resource leaves the setting of the account as it is.',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html',
    places: {
      SecureApi: [
        ['ApiAccount', 'DeletionPolicy', 'remove'],
        ['ApiAccount', 'DeletionPolicy', 'next value'],
        ['ApiAccount', 'UpdateReplacePolicy', 'remove'],
        ['ApiAccount', 'UpdateReplacePolicy', 'next value'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::WAFv2::WebACL',
    reason: 'The rule blocks instead of counting: large bodies, or callers without a user agent, are refused.',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html',
    places: {
      SecureApi: [
        ['ApiFirewall', 'Properties.Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides', 'remove'],
        ['ApiFirewall', 'Properties.Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides.0', 'remove'],
        ['ApiFirewall', 'Properties.Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides.1', 'remove'],
      ],
    },
  },
  {
    kind: 'refused',
    type: 'AWS::ApiGateway::DomainName',
    reason: 'API Gateway wants the name.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html',
    places: {
      'SecureApi with a domain and a firewall that exists': [['ApiCustomDomain', 'Properties.DomainName', 'remove']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::ApiGateway::DomainName',
    reason: 'A domain takes TLS 1.2 where nothing is said, and the policy of the API decides.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    places: {
      'SecureApi with a domain and a firewall that exists': [
        ['ApiCustomDomain', 'Properties.SecurityPolicy', 'remove'],
      ],
    },
  },
  {
    kind: 'refused',
    type: 'AWS::ApiGateway::BasePathMapping',
    reason: 'API Gateway wants to know which API.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html',
    places: {
      'SecureApi with a domain and a firewall that exists': [
        ['ApiCustomDomainMapStackApiDBBEC0DB', 'Properties.RestApiId', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::ApiGateway::BasePathMapping',
    reason: 'The caller names the stage in the path; all stages of the API have the same guards.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html',
    places: {
      'SecureApi with a domain and a firewall that exists': [
        ['ApiCustomDomainMapStackApiDBBEC0DB', 'Properties.Stage', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Url',
    reason: 'Nobody calls the function this way any more.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
    places: {
      'SecureFunction behind a URL': [['OrdersFunctionUrl', '', 'remove the resource']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Permission',
    reason:
      'The principal is the account, also where the URL would ask nobody for a name: `lambda-url-auth-none` watches the URL.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    places: {
      'SecureFunction behind a URL': [
        ['OrdersInvokeFunctionUrlAccountRootPrincipal', 'Properties.FunctionUrlAuthType', 'remove'],
      ],
    },
  },
  {
    kind: 'refused',
    type: 'AWS::ApiGateway::UsagePlan',
    reason: 'API Gateway wants to know which API.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html',
    places: {
      'SecureApi for the users of a pool': [['ApiUsagePlan', 'Properties.ApiStages.0.ApiId', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::ApiGateway::UsagePlan',
    reason: 'It is empty: no method has a limit of its own.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html',
    places: {
      'SecureApi for the users of a pool': [['ApiUsagePlan', 'Properties.ApiStages.0.Throttle', 'remove']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::ApiGateway::RestApi',
    reason: 'The list makes DNS names for the endpoints; who gets in is decided by the policy.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    places: {
      'SecureApi, private': [
        ['Api', 'Properties.EndpointConfiguration.VpcEndpointIds', 'remove'],
        ['Api', 'Properties.EndpointConfiguration.VpcEndpointIds.0', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::ApiGateway::RestApi',
    reason: 'A private API takes TLS 1.2 where nothing is said.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
    places: {
      'SecureApi, private': [['Api', 'Properties.SecurityPolicy', 'remove']],
    },
  },
  {
    kind: 'same',
    type: 'AWS::S3::Bucket',
    reason: 'A name for people: S3 makes one.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html',
    places: {
      SecureBucket: [
        ['Uploads', 'Properties.LifecycleConfiguration.Rules.0.Id', 'remove'],
        ['Uploads', 'Properties.LifecycleConfiguration.Rules.1.Id', 'remove'],
        ['AccessLogs', 'Properties.LifecycleConfiguration.Rules.1.Id', 'remove'],
        ['AccessLogs', 'Properties.LifecycleConfiguration.Rules.2.Id', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::S3::Bucket',
    reason: 'What stays is the mark of a deletion, which holds no data.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
    places: {
      SecureBucket: [
        ['Uploads', 'Properties.LifecycleConfiguration.Rules.1.ExpiredObjectDeleteMarker', 'remove'],
        ['Uploads', 'Properties.LifecycleConfiguration.Rules.1.ExpiredObjectDeleteMarker', 'flip'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::S3::BucketPolicy',
    reason: 'S3 takes nothing older than TLS 1.2 from anybody: the statement says what is so.',
    source: 'https://aws.amazon.com/blogs/security/tls-1-2-required-for-aws-endpoints/',
    places: {
      SecureBucket: [
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.0', 'remove'],
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.1', 'remove'],
        ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
        ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.0', 'remove'],
        ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.1.Resource.1', 'remove'],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::S3::Bucket',
    reason: 'SSE-S3 is what S3 does where nothing is said.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
    places: {
      SecureBucket: [
        [
          'AccessLogs',
          'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault',
          'remove',
        ],
      ],
    },
  },
  {
    kind: 'same',
    type: 'AWS::S3::BucketPolicy',
    reason:
      'The service delivers for buckets only, and the ARN was that of any bucket; the account is named beside it.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    places: {
      SecureBucket: [
        ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.ArnLike', 'remove'],
        ['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.ArnLike.aws:SourceArn', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::S3::BucketPolicy',
    reason:
      'In the policy of a bucket it is this bucket; the service writes logs of buckets of the account there, and nothing else.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    places: {
      SecureBucket: [['AccessLogsPolicy', 'Properties.PolicyDocument.Statement.2.Resource', 'widen to *']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason: 'The role may do less than it was granted, nothing more.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    places: {
      ScopedRole: [['ReaderDefaultPolicy', '', 'remove the resource']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Logs::LogGroup',
    reason: 'Nothing logs to it in this app.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    places: {
      SecureLogGroup: [['Logs', '', 'remove the resource']],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::IAM::Policy',
    reason:
      'The framework may not call the handler, or not ask whether it is ready, and each deployment fails with an error.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
    places: {
      'CustomResourceHardening of a provider': [
        [
          'ProviderframeworkonEventServiceRoleDefaultPolicy',
          'Properties.PolicyDocument.Statement.0',
          'remove the statement',
        ],
        [
          'ProviderframeworkonEventServiceRoleDefaultPolicy',
          'Properties.PolicyDocument.Statement.0.Resource.0',
          'remove',
        ],
        [
          'ProviderframeworkonEventServiceRoleDefaultPolicy',
          'Properties.PolicyDocument.Statement.0.Resource.1',
          'remove',
        ],
        [
          'ProviderframeworkonEventServiceRoleDefaultPolicy',
          'Properties.PolicyDocument.Statement.1',
          'remove the statement',
        ],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Function',
    reason: 'More is logged, of deployments only, in a log group that is encrypted and ends.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html',
    places: {
      'CustomResourceHardening of a provider': [
        ['ProviderframeworkonEvent', 'Properties.LoggingConfig.ApplicationLogLevel', 'remove'],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::S3::BucketPolicy',
    reason:
      'The denial of uploads with another encryption becomes wider: uploads that name the right one, or none, are refused too.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    places: {
      SecureBucket: [
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.Null', 'remove'],
        [
          'UploadsPolicy',
          'Properties.PolicyDocument.Statement.2.Condition.Null.s3:x-amz-server-side-encryption',
          'remove',
        ],
        ['UploadsPolicy', 'Properties.PolicyDocument.Statement.2.Condition.StringNotEquals', 'remove'],
        [
          'UploadsPolicy',
          'Properties.PolicyDocument.Statement.2.Condition.StringNotEquals.s3:x-amz-server-side-encryption-aws-kms-key-id',
          'remove',
        ],
      ],
    },
  },
  {
    kind: 'harmless',
    type: 'AWS::Lambda::Function',
    reason: 'The function that is told no host calls none.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
    places: {
      EgressFunction: [
        ['PaymentsFunction', 'Properties.Environment', 'remove'],
        ['PaymentsFunction', 'Properties.Environment.Variables', 'remove'],
        ['PaymentsFunction', 'Properties.Environment.Variables.ALLOWED_HOSTS', 'remove'],
      ],
    },
  },
];
