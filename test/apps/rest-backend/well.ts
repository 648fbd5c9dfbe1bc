import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as route53Targets from 'aws-cdk-lib/aws-route53-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

class IdentityStack extends Stack {
  readonly userPool: cognito.UserPool;
  readonly read: cognito.OAuthScope;
  readonly write: cognito.OAuthScope;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.userPool = new cognito.UserPool(this, 'Customers', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      autoVerify: { email: true },
      keepOriginal: { email: true },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
        passwordHistorySize: 12,
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const readScope = new cognito.ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read own notes' });
    const writeScope = new cognito.ResourceServerScope({ scopeName: 'write', scopeDescription: 'Write own notes' });
    const server = this.userPool.addResourceServer('NotesServer', {
      identifier: 'notes',
      scopes: [readScope, writeScope],
    });
    this.read = cognito.OAuthScope.resourceServer(server, readScope);
    this.write = cognito.OAuthScope.resourceServer(server, writeScope);
    this.userPool.addDomain('SignIn', { cognitoDomain: { domainPrefix: 'notes-example' } });
    this.userPool.addClient('Web', {
      generateSecret: false,
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.days(1),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, this.read, this.write],
        callbackUrls: ['https://notes.example.com/signed-in'],
        logoutUrls: ['https://notes.example.com/signed-out'],
      },
    });
  }
}

interface NotesStackProps extends StackProps {
  readonly identity: IdentityStack;
}

class NotesStack extends Stack {
  private readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: NotesStackProps) {
    super(scope, id, props);
    const { identity } = props;
    this.key = new kms.Key(this, 'Key', { alias: 'alias/notes', enableKeyRotation: true });
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('logs.amazonaws.com')],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': this.formatArn({ service: 'logs', resource: '*' }) },
        },
      }),
    );
    const table = new dynamodb.TableV2(this, 'Notes', {
      partitionKey: { name: 'owner', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'note', type: dynamodb.AttributeType.STRING },
      billing: dynamodb.Billing.onDemand({ maxReadRequestUnits: 1000, maxWriteRequestUnits: 500 }),
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      contributorInsightsSpecification: { enabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const apiKey = new secretsmanager.Secret(this, 'SearchApiKey', {
      description: 'Of the search provider',
      encryptionKey: this.key,
    });
    this.rotate(apiKey);

    const list = this.handler('ListNotes', { TABLE_NAME: table.tableName });
    table.grantReadData(list);
    const save = this.handler('SaveNote', { TABLE_NAME: table.tableName, SEARCH_SECRET_ARN: apiKey.secretArn });
    table.grantWriteData(save);
    apiKey.grantRead(save);

    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: ssm.StringParameter.valueForStringParameter(this, '/platform/zone-id'),
      zoneName: 'example.com',
    });
    const domainName = 'api.notes.example.com';
    const api = new apigateway.RestApi(this, 'Api', {
      disableExecuteApiEndpoint: true,
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      domainName: {
        domainName,
        certificate: new acm.Certificate(this, 'Certificate', {
          domainName,
          validation: acm.CertificateValidation.fromDns(zone),
        }),
        securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
      },
      deployOptions: {
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
        throttlingRateLimit: 50,
        throttlingBurstLimit: 100,
        accessLogDestination: new apigateway.LogGroupLogDestination(this.logGroup('AccessLogs')),
        accessLogFormat: apigateway.AccessLogFormat.jsonWithStandardFields(),
      },
      cloudWatchRole: true,
      defaultCorsPreflightOptions: {
        allowOrigins: ['https://notes.example.com'],
        allowMethods: ['GET', 'PUT'],
        allowHeaders: ['authorization', 'content-type'],
      },
    });
    (api.node.defaultChild as apigateway.CfnRestApi).addPropertyOverride('SecurityPolicy', 'TLS_1_2');
    new route53.ARecord(this, 'Alias', {
      zone,
      recordName: 'api.notes',
      target: route53.RecordTarget.fromAlias(new route53Targets.ApiGateway(api)),
    });
    for (const type of [apigateway.ResponseType.DEFAULT_4XX, apigateway.ResponseType.DEFAULT_5XX]) {
      api.addGatewayResponse(`Of${type.responseType}`, {
        type,
        responseHeaders: { 'Access-Control-Allow-Origin': "'https://notes.example.com'" },
      });
    }

    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      cognitoUserPools: [identity.userPool],
    });
    const note = api.addModel('Note', {
      schema: {
        type: apigateway.JsonSchemaType.OBJECT,
        required: ['text'],
        properties: { text: { type: apigateway.JsonSchemaType.STRING, maxLength: 10_000 } },
      },
    });
    const requestValidator = api.addRequestValidator('Validator', {
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    const notes = api.root.addResource('notes');
    const authorized = { authorizer, authorizationType: apigateway.AuthorizationType.COGNITO, requestValidator };
    notes.addMethod('GET', new apigateway.LambdaIntegration(list), {
      ...authorized,
      authorizationScopes: [identity.read.scopeName],
    });
    notes.addResource('{note}').addMethod('PUT', new apigateway.LambdaIntegration(save), {
      ...authorized,
      authorizationScopes: [identity.write.scopeName],
      requestModels: { $default: note },
      requestParameters: { 'method.request.path.note': true },
    });
    this.protect({ Api: api.deploymentStage.stageArn, Customers: identity.userPool.userPoolArn });
    list.metricErrors().createAlarm(this, 'ListNotesFails', { threshold: 5, evaluationPeriods: 3 });
    api.metricServerError().createAlarm(this, 'ApiFails', { threshold: 5, evaluationPeriods: 3 });
  }

  /** Not `addRotationSchedule`: it lets Secrets Manager call the function for secrets of any account. */
  private rotate(secret: secretsmanager.Secret): void {
    const rotation = this.handler('RotateSearchApiKey', {});
    secret.grantRead(rotation);
    secret.grantWrite(rotation);
    rotation.addPermission('OfSecretsManager', {
      principal: new iam.ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: this.account,
      sourceArn: secret.secretArn,
    });
    new secretsmanager.CfnRotationSchedule(this, 'Rotation', {
      secretId: secret.secretArn,
      rotationLambdaArn: rotation.functionArn,
      rotationRules: { scheduleExpression: 'rate(30 days)' },
    });
  }

  private logGroup(id: string): logs.LogGroup {
    return new logs.LogGroup(this, id, { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: this.key });
  }

  private handler(id: string, environment: Record<string, string>): lambda.Function {
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      timeout: Duration.seconds(10),
      memorySize: 256,
      reservedConcurrentExecutions: 100,
      tracing: lambda.Tracing.ACTIVE,
      insightsVersion: lambda.LambdaInsightsVersion.VERSION_1_0_333_0,
      environment,
      environmentEncryption: this.key,
      logGroup: this.logGroup(`${id}Logs`),
    });
  }

  private protect(resources: Record<string, string>): void {
    const rules = [
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesAmazonIpReputationList',
    ];
    const visible = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
      metricName,
    });
    const acl = new wafv2.CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible('notes'),
      rules: [
        ...rules.map((name, priority) => ({
          name,
          priority,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
          visibilityConfig: visible(name),
        })),
        {
          name: 'RateLimit',
          priority: rules.length,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 1000, aggregateKeyType: 'IP' } },
          visibilityConfig: visible('RateLimit'),
        },
      ],
    });
    for (const [name, resourceArn] of Object.entries(resources)) {
      new wafv2.CfnWebACLAssociation(this, `WebAclOf${name}`, { webAclArn: acl.attrArn, resourceArn });
    }
    const destination = new logs.LogGroup(this, 'FirewallLogs', {
      logGroupName: `aws-waf-logs-${this.stackName.toLowerCase()}`,
      retention: logs.RetentionDays.ONE_YEAR,
      encryptionKey: this.key,
    });
    new wafv2.CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [destination.logGroupArn],
      redactedFields: ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token'].map((Name) => ({
        singleHeader: { Name },
      })),
    });
  }
}

export function restBackend(app: App): void {
  const env = { region: 'eu-west-1' };
  const identity = new IdentityStack(app, 'Identity', { env, terminationProtection: true });
  new NotesStack(app, 'Notes', { env, identity, terminationProtection: true });
}
