import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';

/** One of each kind that is none of the function's business. The ids are those that the attacks name. */
export function addBystanders(stack: Stack): void {
  const encryptionKey = new kms.Key(stack, 'OtherKey');
  const assumedBy = new iam.ServicePrincipal('lambda.amazonaws.com');
  const role = new iam.Role(stack, 'OtherRole', { assumedBy });
  new s3.Bucket(stack, 'OtherBucket', { encryptionKey });
  new dynamodb.Table(stack, 'OtherTable', {
    partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
    encryptionKey,
  });
  new sqs.Queue(stack, 'OtherQueue', { encryptionMasterKey: encryptionKey });
  new sns.Topic(stack, 'OtherTopic', { masterKey: encryptionKey });
  new events.EventBus(stack, 'OtherBus');
  new kinesis.Stream(stack, 'OtherStream', { encryptionKey });
  new secretsmanager.Secret(stack, 'OtherSecret', { encryptionKey });
  new logs.LogGroup(stack, 'OtherLogGroup');
  new iam.User(stack, 'OtherUser');
  new sfn.StateMachine(stack, 'OtherStateMachine', {
    definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Pass')),
    role,
  });
  new lambda.Function(stack, 'OtherFunction', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    role,
  });
}
