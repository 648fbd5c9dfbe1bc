import { join } from 'node:path';
import type { App, StackProps, StageProps } from 'aws-cdk-lib';
import { Duration, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

function keyOf(stack: Stack, alias: string): kms.Key {
  const key = new kms.Key(stack, 'Key', { alias, enableKeyRotation: true });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('logs.amazonaws.com')],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': stack.formatArn({ service: 'logs', resource: '*' }) },
      },
    }),
  );
  // EventBridge encrypts what it could not deliver as it writes it to a dead-letter queue.
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('events.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  return key;
}

function tenantFunction(
  scope: Construct,
  id: string,
  key: kms.IKey,
  props: Partial<lambda.FunctionProps> = {},
): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
    timeout: Duration.seconds(15),
    memorySize: 512,
    reservedConcurrentExecutions: 50,
    tracing: lambda.Tracing.ACTIVE,
    logGroup: new logs.LogGroup(scope, `${id}Logs`, { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
    environmentEncryption: key,
    ...props,
  });
}

const visible = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

const managedRules = (name: string, priority: number) => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: visible(name),
});

function logRequests(scope: Construct, acl: wafv2.CfnWebACL, logGroupName: string, encryptionKey: kms.IKey): void {
  const group = new logs.LogGroup(scope, 'FirewallLogs', {
    logGroupName,
    retention: logs.RetentionDays.ONE_YEAR,
    encryptionKey,
  });
  new wafv2.CfnLoggingConfiguration(scope, 'FirewallLogging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [group.logGroupArn],
    redactedFields: ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token'].map((Name) => ({
      singleHeader: { Name },
    })),
  });
}

class TenantsStack extends Stack {
  readonly userPool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;
  readonly table: dynamodb.TableV2;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const key = keyOf(this, 'alias/saas/tenants');
    this.userPool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      customAttributes: { tenant: new cognito.StringAttribute({ mutable: false, minLen: 1, maxLen: 36 }) },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const signIn = new wafv2.CfnWebACL(this, 'SignInWebAcl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible('sign-in'),
      rules: [
        {
          name: 'RateLimit',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 300, aggregateKeyType: 'IP' } },
          visibilityConfig: visible('RateLimit'),
        },
        managedRules('AWSManagedRulesCommonRuleSet', 1),
        managedRules('AWSManagedRulesKnownBadInputsRuleSet', 2),
      ],
    });
    new wafv2.CfnWebACLAssociation(this, 'WebAclOfUsers', {
      webAclArn: signIn.attrArn,
      resourceArn: this.userPool.userPoolArn,
    });
    logRequests(this, signIn, 'aws-waf-logs-sign-in', key);
    this.client = this.userPool.addClient('Web', {
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ fullname: true }),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL],
        callbackUrls: ['https://app.example.com/callback'],
        logoutUrls: ['https://app.example.com/'],
      },
    });
    this.table = new dynamodb.TableV2(this, 'TenantData', {
      partitionKey: { name: 'tenant', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      dynamoStream: dynamodb.StreamViewType.NEW_IMAGE,
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

interface TenantStackProps extends StackProps {
  readonly tenants: TenantsStack;
}

class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, props: TenantStackProps) {
    super(scope, id, props);
    const { userPool, client, table } = props.tenants;
    const key = keyOf(this, 'alias/saas/application');
    const projects = tenantFunction(this, 'Projects', key);

    // The function has no right on the table itself: it assumes this role for the tenant of the caller's token.
    const tenantRole = new iam.Role(this, 'TenantRole', {
      assumedBy: new iam.SessionTagsPrincipal(
        new iam.ArnPrincipal(projects.role!.roleArn).withConditions({ StringLike: { 'aws:RequestTag/tenant': '?*' } }),
      ),
      maxSessionDuration: Duration.hours(1),
    });
    tenantRole.addToPolicy(
      new iam.PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:DeleteItem'],
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}'] } },
      }),
    );
    table.encryptionKey!.grantEncryptDecrypt(tenantRole);
    projects.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [tenantRole.roleArn] }),
    );
    projects.addEnvironment('TENANT_ROLE_ARN', tenantRole.roleArn);

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Users', userPool.userPoolProviderUrl, {
        jwtAudience: [client.userPoolClientId],
      }),
      corsPreflight: {
        allowOrigins: ['https://app.example.com'],
        allowMethods: [apigatewayv2.CorsHttpMethod.GET, apigatewayv2.CorsHttpMethod.POST],
        allowHeaders: ['authorization', 'content-type'],
      },
    });
    api.addRoutes({
      path: '/projects',
      methods: [apigatewayv2.HttpMethod.GET, apigatewayv2.HttpMethod.POST],
      integration: new HttpLambdaIntegration('ProjectsIntegration', projects),
    });
    new apigatewayv2.HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new apigatewayv2.LogGroupLogDestination(
          new logs.LogGroup(this, 'AccessLogs', { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
        ),
      },
    });
    new ChangeFeed(this, 'ChangeFeed', key, table);
  }
}

/** What tenants change goes to the bus of the application, where integrations listen. */
class ChangeFeed extends NestedStack {
  constructor(scope: Construct, id: string, key: kms.Key, table: dynamodb.TableV2) {
    super(scope, id);
    const queue = (name: string) =>
      new sqs.Queue(this, name, {
        encryption: sqs.QueueEncryption.KMS,
        encryptionMasterKey: key,
        enforceSSL: true,
        retentionPeriod: Duration.days(14),
      });
    const bus = new events.EventBus(this, 'Bus', { kmsKey: key, deadLetterQueue: queue('Undelivered') });
    const failed = queue('FailedChanges');
    const role = new iam.Role(this, 'PipeRole', {
      assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    table.grantStreamRead(role);
    bus.grantPutEventsTo(role);
    failed.grantSendMessages(role);
    const pipeLogs = new logs.LogGroup(this, 'PipeLogs', {
      retention: logs.RetentionDays.ONE_YEAR,
      encryptionKey: key,
    });
    pipeLogs.grantWrite(role);
    new pipes.CfnPipe(this, 'Pipe', {
      roleArn: role.roleArn,
      kmsKeyIdentifier: key.keyArn,
      source: table.tableStreamArn!,
      sourceParameters: {
        dynamoDbStreamParameters: {
          startingPosition: 'LATEST',
          maximumRetryAttempts: 5,
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: failed.queueArn },
        },
      },
      target: bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: { source: 'com.example.saas', detailType: 'TenantDataChanged' },
      },
      logConfiguration: { level: 'ERROR', cloudwatchLogsLogDestination: { logGroupArn: pipeLogs.logGroupArn } },
    });
    const notify = tenantFunction(this, 'Notify', key, {
      deadLetterQueue: queue('FailedNotifications'),
      retryAttempts: 1,
    });
    key.grantEncryptDecrypt(notify);
    new events.Rule(this, 'TenantDataChanged', {
      eventBus: bus,
      eventPattern: { source: ['com.example.saas'], detailType: ['TenantDataChanged'] },
      targets: [
        new LambdaFunction(notify, {
          deadLetterQueue: queue('UndeliveredChanges'),
          maxEventAge: Duration.hours(2),
          retryAttempts: 4,
        }),
      ],
    });
  }
}

class PortalStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const logBucket = new s3.Bucket(this, 'AccessLogs', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(7) }],
    });
    const key = keyOf(this, 'alias/saas/portal');
    const site = new s3.Bucket(this, 'Site', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: logBucket,
      serverAccessLogsPrefix: 'site/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    const acl = new wafv2.CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('portal'),
      rules: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'].map(managedRules),
    });
    logRequests(this, acl, 'aws-waf-logs-portal', key);
    new cloudfront.Distribution(this, 'Portal', {
      domainNames: ['app.example.com'],
      certificate: acm.Certificate.fromCertificateArn(
        this,
        'Certificate',
        this.formatArn({
          service: 'acm',
          resource: 'certificate',
          resourceName: '0f6a1f0e-2c4b-4a53-9d2e-6b1c9b1f2a11',
        }),
      ),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      webAclId: acl.attrArn,
      logBucket,
      logFilePrefix: 'portal/',
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(site),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
      },
    });
  }
}

class SaasStage extends Stage {
  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id, props);
    const tenants = new TenantsStack(this, 'Tenants', { terminationProtection: true });
    new ApplicationStack(this, 'Application', { tenants });
    new PortalStack(this, 'Portal');
  }
}

export function saas(app: App): void {
  new SaasStage(app, 'Prod', { env: { account: '111122223333', region: 'us-east-1' } });
}
