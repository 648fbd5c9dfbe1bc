import { join } from 'node:path';
import type { App, StackProps } from 'aws-cdk-lib';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';

class ChatStateStack extends Stack {
  readonly connections: dynamodb.TableV2;
  readonly messages: kinesis.Stream;
  readonly avatars: s3.Bucket;

  constructor(scope: App, id: string, props?: StackProps) {
    super(scope, id, props);
    this.connections = new dynamodb.TableV2(this, 'Connections', {
      partitionKey: { name: 'connectionId', type: dynamodb.AttributeType.STRING },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.messages = new kinesis.Stream(this, 'Messages', { encryption: kinesis.StreamEncryption.UNENCRYPTED });
    this.avatars = new s3.Bucket(this, 'Avatars', {
      publicReadAccess: true,
      blockPublicAccess: new s3.BlockPublicAccess({
        blockPublicAcls: false,
        blockPublicPolicy: false,
        ignorePublicAcls: false,
        restrictPublicBuckets: false,
      }),
      websiteIndexDocument: 'index.html',
      accessControl: s3.BucketAccessControl.PUBLIC_READ_WRITE,
      objectOwnership: s3.ObjectOwnership.OBJECT_WRITER,
    });
  }
}

interface ChatStackProps extends StackProps {
  readonly state: ChatStateStack;
}

class ChatApiStack extends Stack {
  constructor(scope: App, id: string, props: ChatStackProps) {
    super(scope, id, props);
    const { connections, messages, avatars } = props.state;
    const chatFunction = (name: string) => {
      const fn = new lambda.Function(this, name, {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
        timeout: Duration.seconds(10),
        environment: { CONNECTIONS: connections.tableName, JWT_SECRET: 'wXk29fLq7Rtz81PvNs4cGd63' },
      });
      connections.grantReadWriteData(fn);
      return fn;
    };
    const [connect, disconnect, send] = [
      chatFunction('Connect'),
      chatFunction('Disconnect'),
      chatFunction('SendMessage'),
    ];
    messages.grantWrite(send);
    send.addToRolePolicy(new iam.PolicyStatement({ actions: ['execute-api:*'], resources: ['*'] }));
    send.addPermission('Anybody', { principal: new iam.AnyPrincipal(), action: 'lambda:InvokeFunction' });
    avatars.grantDelete(send);

    const api = new apigatewayv2.WebSocketApi(this, 'Api', {
      connectRouteOptions: { integration: new WebSocketLambdaIntegration('Connect', connect) },
      disconnectRouteOptions: { integration: new WebSocketLambdaIntegration('Disconnect', disconnect) },
      defaultRouteOptions: { integration: new WebSocketLambdaIntegration('Send', send) },
    });
    new apigatewayv2.WebSocketStage(this, 'Stage', { webSocketApi: api, stageName: 'live', autoDeploy: true });

    const broadcast = chatFunction('Broadcast');
    broadcast.addToRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
    broadcast.addEventSource(new KinesisEventSource(messages, { startingPosition: lambda.StartingPosition.LATEST }));
  }
}

class ChatArchiveStack extends Stack {
  constructor(scope: App, id: string, props: ChatStackProps) {
    super(scope, id, props);
    const archive = new s3.Bucket(this, 'Archive', { removalPolicy: RemovalPolicy.DESTROY });
    new firehose.DeliveryStream(this, 'ToArchive', {
      source: new firehose.KinesisStreamSource(props.state.messages),
      destination: new firehose.S3Bucket(archive),
    });
    new firehose.DeliveryStream(this, 'ToPartner', {
      encryption: firehose.StreamEncryption.unencrypted(),
      destination: new firehose.S3Bucket(archive, { loggingConfig: new firehose.DisableLogging() }),
    });
    const partner = new iam.Role(this, 'Partner', { assumedBy: new iam.AnyPrincipal() });
    archive.grantRead(partner);
  }
}

export function chat(app: App): void {
  const env = { account: '111122223333', region: 'us-east-1' };
  const state = new ChatStateStack(app, 'ChatState', { env });
  new ChatApiStack(app, 'ChatApi', { env, state });
  new ChatArchiveStack(app, 'ChatArchive', { env, state });
}
