import { join } from 'node:path';
import type { App, StackProps, StageProps } from 'aws-cdk-lib';
import { Duration, NestedStack, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

class TenantsStack extends Stack {
  readonly table: dynamodb.TableV2;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.table = new dynamodb.TableV2(this, 'TenantData', {
      partitionKey: { name: 'tenant', type: dynamodb.AttributeType.STRING },
      dynamoStream: dynamodb.StreamViewType.NEW_IMAGE,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const github = new iam.OpenIdConnectProvider(this, 'GitHub', {
      url: 'https://token.actions.githubusercontent.com',
      clientIds: ['sts.amazonaws.com'],
    });
    new iam.Role(this, 'Deployer', {
      assumedBy: new iam.WebIdentityPrincipal(github.openIdConnectProviderArn, {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      }),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess')],
    });
  }
}

interface TenantStackProps extends StackProps {
  readonly tenants: TenantsStack;
}

class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, props: TenantStackProps) {
    super(scope, id, props);
    const { table } = props.tenants;
    const projects = new lambda.Function(this, 'Projects', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      timeout: Duration.seconds(15),
      environment: { TABLE_NAME: table.tableName },
    });
    projects.addToRolePolicy(new iam.PolicyStatement({ actions: ['dynamodb:*'], resources: [table.tableArn] }));
    projects.addToRolePolicy(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: ['*'] }));
    new apigatewayv2.HttpApi(this, 'Api', {
      corsPreflight: { allowOrigins: ['*'], allowMethods: [apigatewayv2.CorsHttpMethod.ANY] },
      defaultIntegration: new HttpLambdaIntegration('ProjectsIntegration', projects),
    });
    const graph = new appsync.GraphqlApi(this, 'Graph', {
      name: 'projects',
      definition: appsync.Definition.fromFile(join(__dirname, 'schema.graphql')),
      authorizationConfig: { defaultAuthorization: { authorizationType: appsync.AuthorizationType.API_KEY } },
      logConfig: { fieldLogLevel: appsync.FieldLogLevel.ALL, excludeVerboseContent: false },
    });
    graph.addDynamoDbDataSource('Projects', table).createResolver('ListProjects', {
      typeName: 'Query',
      fieldName: 'projects',
      requestMappingTemplate: appsync.MappingTemplate.dynamoDbScanTable(),
      responseMappingTemplate: appsync.MappingTemplate.dynamoDbResultList(),
    });
    new ChangeFeed(this, 'ChangeFeed', table);
  }
}

class ChangeFeed extends NestedStack {
  constructor(scope: Construct, id: string, table: dynamodb.TableV2) {
    super(scope, id);
    const bus = new events.EventBus(this, 'Bus');
    const role = new iam.Role(this, 'PipeRole', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:*', 'events:*'], resources: ['*'] }));
    new pipes.CfnPipe(this, 'Pipe', {
      roleArn: role.roleArn,
      source: table.tableStreamArn!,
      sourceParameters: { dynamoDbStreamParameters: { startingPosition: 'LATEST' } },
      target: bus.eventBusArn,
      logConfiguration: {
        level: 'TRACE',
        includeExecutionData: ['ALL'],
        cloudwatchLogsLogDestination: { logGroupArn: this.formatArn({ service: 'logs', resource: 'log-group:pipe' }) },
      },
    });
    const notify = new lambda.Function(this, 'Notify', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
    });
    new events.Rule(this, 'Everything', {
      eventBus: bus,
      eventPattern: { account: [this.account] },
      targets: [new LambdaFunction(notify)],
    });
  }
}

interface PortalStackProps extends StackProps {
  readonly apiHost: string;
}

class PortalStack extends Stack {
  constructor(scope: Construct, id: string, props: PortalStackProps) {
    super(scope, id, props);
    const site = new s3.Bucket(this, 'Site', { removalPolicy: RemovalPolicy.DESTROY });
    new cloudfront.Distribution(this, 'Portal', {
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1,
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withBucketDefaults(site),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.ALLOW_ALL,
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new origins.HttpOrigin(props.apiHost, {
            protocolPolicy: cloudfront.OriginProtocolPolicy.HTTP_ONLY,
            originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1],
          }),
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.ALLOW_ALL,
        },
      },
    });
  }
}

class SaasStage extends Stage {
  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id, props);
    const tenants = new TenantsStack(this, 'Tenants');
    new ApplicationStack(this, 'Application', { tenants });
    new PortalStack(this, 'Portal', { apiHost: 'api.example.com' });
  }
}

export function saas(app: App): void {
  new SaasStage(app, 'Prod', { env: { account: '111122223333', region: 'us-east-1' } });
}
