import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';

class IdentityStack extends Stack {
  readonly userPool: cognito.UserPool;

  constructor(scope: App, id: string, props?: StackProps) {
    super(scope, id, props);
    this.userPool = new cognito.UserPool(this, 'Customers', {
      selfSignUpEnabled: true,
      signInAliases: { email: true, username: true },
      passwordPolicy: {
        minLength: 6,
        requireDigits: false,
        requireSymbols: false,
        requireUppercase: false,
        requireLowercase: false,
      },
      customAttributes: { role: new cognito.StringAttribute({ mutable: true }) },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const client = this.userPool.addClient('Web', {
      authFlows: { userPassword: true, adminUserPassword: true },
      preventUserExistenceErrors: false,
      writeAttributes: new cognito.ClientAttributes()
        .withStandardAttributes({ fullname: true })
        .withCustomAttributes('role'),
      accessTokenValidity: Duration.days(1),
      refreshTokenValidity: Duration.days(3650),
      oAuth: {
        flows: { implicitCodeGrant: true },
        scopes: [cognito.OAuthScope.COGNITO_ADMIN],
        callbackUrls: ['http://notes.example.com/signed-in'],
      },
    });
    const pool = new cognito.CfnIdentityPool(this, 'Identities', {
      allowUnauthenticatedIdentities: true,
      allowClassicFlow: true,
      cognitoIdentityProviders: [
        { clientId: client.userPoolClientId, providerName: this.userPool.userPoolProviderName },
      ],
    });
    const guest = new iam.Role(this, 'Guest', {
      assumedBy: new iam.WebIdentityPrincipal('cognito-identity.amazonaws.com', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': pool.ref },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
      }),
    });
    guest.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:Scan', 'dynamodb:PutItem'], resources: ['*'] }));
    new cognito.CfnIdentityPoolRoleAttachment(this, 'Roles', {
      identityPoolId: pool.ref,
      roles: { unauthenticated: guest.roleArn },
    });
  }
}

interface NotesStackProps extends StackProps {
  readonly identity: IdentityStack;
}

class NotesStack extends Stack {
  constructor(scope: App, id: string, props: NotesStackProps) {
    super(scope, id, props);
    const table = new dynamodb.TableV2(this, 'Notes', {
      partitionKey: { name: 'owner', type: dynamodb.AttributeType.STRING },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const apiKey = new secretsmanager.Secret(this, 'SearchApiKey', {
      secretStringValue: SecretValue.unsafePlainText('s3arch-7f2c9d41ab'),
    });
    new ssm.StringParameter(this, 'DatabasePassword', {
      parameterName: '/notes/database-password',
      stringValue: 'correct-horse-battery',
    });
    const notes = new lambda.Function(this, 'NotesFunction', {
      runtime: lambda.Runtime.NODEJS_18_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      timeout: Duration.seconds(60),
      environment: {
        TABLE_NAME: table.tableName,
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
        SEARCH_KEY: apiKey.secretValue.unsafeUnwrap(),
      },
    });
    table.grantFullAccess(notes);
    notes.addToRolePolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }));
    notes.role!.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonDynamoDBFullAccess'));

    const api = new apigateway.RestApi(this, 'Api', {
      policy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['execute-api:Invoke'],
            resources: ['*'],
          }),
        ],
      }),
      deployOptions: {
        cachingEnabled: true,
        cacheClusterEnabled: true,
        cacheDataEncrypted: false,
        accessLogDestination: new apigateway.LogGroupLogDestination(new logs.LogGroup(this, 'AccessLogs')),
        accessLogFormat: apigateway.AccessLogFormat.custom(
          `{"id":"${apigateway.AccessLogField.contextRequestId()}","who":"$context.authorizer.claims.email","key":"$context.identity.apiKey"}`,
        ),
      },
    });
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Authorizer', {
      cognitoUserPools: [props.identity.userPool],
    });
    const resource = api.root.addResource('notes');
    resource.addMethod('GET', new apigateway.LambdaIntegration(notes));
    resource.addMethod('PUT', new apigateway.LambdaIntegration(notes), { authorizer });
    api.root.addResource('legacy').addMethod('ANY', new apigateway.HttpIntegration('http://legacy.example.com/notes'));
    api.addGatewayResponse('Errors', {
      type: apigateway.ResponseType.DEFAULT_5XX,
      templates: {
        'application/json': '{"message":$context.error.messageString,"trace":"$context.error.validationErrorString"}',
      },
    });
  }
}

export function restBackend(app: App): void {
  const env = { region: 'eu-west-1' };
  const identity = new IdentityStack(app, 'Identity', { env });
  new NotesStack(app, 'Notes', { env, identity });
}
