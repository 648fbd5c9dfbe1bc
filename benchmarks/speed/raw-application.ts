import { App, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** A stack may have 500, and a service is as large as that. */
const fullFrom = 500 - 30;

/**
 * An app of some size as it is written first, with every L2 as it comes: functions behind an API and a schedule, and what
 * they work on; those of a stack read from a bucket of the stack before.
 */
export function rawApplication(resources: number): App {
  const app = new App();
  let reads: Bucket | undefined;
  for (let left = resources; left > 0;) {
    const stack = new Stack(app, `Raw${left}`, { env: { account: '111111111111', region: 'eu-west-1' } });
    const services: RawService[] = [];
    while (resourcesOf(stack) < Math.min(fullFrom, left)) {
      services.push(new RawService(stack, `Service${services.length}`, reads));
    }
    left -= resourcesOf(stack);
    reads = services[0].bucket;
  }
  return app;
}

function resourcesOf(stack: Stack): number {
  return stack.node.findAll().filter((node) => CfnResource.isCfnResource(node)).length;
}

class RawService extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, reads?: Bucket) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket');
    const table = new Table(this, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
    const queue = new Queue(this, 'Queue');
    const topic = new Topic(this, 'Topic');
    const handler = new Function(this, 'Handler', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => {};'),
      environment: { TABLE: table.tableName, BUCKET: this.bucket.bucketName },
    });
    table.grantReadWriteData(handler);
    queue.grantSendMessages(handler);
    topic.grantPublish(handler);
    for (const bucket of [this.bucket, reads]) bucket?.grantRead(handler);
    new RestApi(this, 'Api', { cloudWatchRole: false }).root.addMethod('GET', new LambdaIntegration(handler));
    new Rule(this, 'Hourly', { schedule: Schedule.rate(Duration.hours(1)), targets: [new LambdaFunction(handler)] });
  }
}
