/** Who gets a permission of a connector. */
export type ConnectorTarget =
  'role of the source' | 'role of the destination' | 'queue policy' | 'topic policy' | 'function permission';

/** What a connector allows for one of its `Permissions`. */
export interface ConnectorAccess {
  readonly actions: readonly string[];
  /** With `${Source.Arn}`, `${Destination.Arn}` and `${Destination.Name}`. */
  readonly resources: readonly string[];
}

/** What a connector between resources of two types stands for. */
export interface ConnectorProfile {
  readonly target: ConnectorTarget;
  /** The service that may call, where a resource policy says so. */
  readonly service?: string;
  readonly Read: readonly ConnectorAccess[];
  readonly Write: readonly ConnectorAccess[];
}

interface Row {
  readonly target: ConnectorTarget;
  readonly service?: string;
  readonly Read?: readonly string[];
  readonly Write?: readonly string[];
}

const destination = '${Destination.Arn}';
const executions = 'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Destination.Name}:*';
const synchronous =
  'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';

const callers = (service: string, target: ConnectorTarget, action: string): Row => ({
  target,
  service,
  Write: [`${action} on ${destination}`],
});
const writing = (actions: string): Row => ({ target: 'role of the source', Write: [`${actions} on ${destination}`] });

const ofTable: Row = {
  target: 'role of the source',
  Read: [
    `dynamodb:GetItem,Query,Scan,BatchGetItem,ConditionCheckItem,PartiQLSelect on ${destination} ${destination}/index/*`,
  ],
  Write: [
    `dynamodb:PutItem,UpdateItem,DeleteItem,BatchWriteItem,PartiQLDelete,PartiQLInsert,PartiQLUpdate on ${destination} ${destination}/index/*`,
  ],
};
const ofBucket: Row = {
  target: 'role of the source',
  Read: [
    `s3:GetObject,GetObjectAcl,GetObjectLegalHold,GetObjectRetention,GetObjectTorrent,GetObjectVersion,GetObjectVersionAcl,GetObjectVersionForReplication,GetObjectVersionTorrent,ListBucket,ListBucketMultipartUploads,ListBucketVersions,ListMultipartUploadParts on ${destination} ${destination}/*`,
  ],
  Write: [
    `s3:AbortMultipartUpload,DeleteObject,DeleteObjectVersion,PutObject,PutObjectLegalHold,PutObjectRetention,RestoreObject on ${destination} ${destination}/*`,
  ],
};

/**
 * By the types of source and destination.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
 */
const table: Readonly<Record<string, Row>> = {
  'DynamoDB::Table > Lambda::Function': {
    target: 'role of the destination',
    Read: ['dynamodb:DescribeStream,GetRecords,GetShardIterator,ListStreams on ${Source.Arn}/stream/*'],
  },
  'Events::Rule > SNS::Topic': callers('events.amazonaws.com', 'topic policy', 'sns:Publish'),
  'Events::Rule > Events::EventBus': writing('events:PutEvents'),
  'Events::Rule > StepFunctions::StateMachine': writing('states:StartExecution'),
  'Events::Rule > Lambda::Function': callers('events.amazonaws.com', 'function permission', 'lambda:InvokeFunction'),
  'Events::Rule > SQS::Queue': callers('events.amazonaws.com', 'queue policy', 'sqs:SendMessage'),
  'Lambda::Function > Lambda::Function': writing('lambda:InvokeAsync,InvokeFunction'),
  'Lambda::Function > S3::Bucket': ofBucket,
  'Lambda::Function > DynamoDB::Table': ofTable,
  'Lambda::Function > SQS::Queue': {
    target: 'role of the source',
    Read: [`sqs:ReceiveMessage,GetQueueAttributes on ${destination}`],
    Write: [`sqs:DeleteMessage,SendMessage,ChangeMessageVisibility,PurgeQueue on ${destination}`],
  },
  'Lambda::Function > SNS::Topic': writing('sns:Publish'),
  'Lambda::Function > StepFunctions::StateMachine': {
    target: 'role of the source',
    Read: [
      `states:DescribeStateMachine,ListExecutions on ${destination}`,
      `states:DescribeExecution,DescribeStateMachineForExecution,GetExecutionHistory on ${executions}`,
    ],
    Write: [`states:StartExecution,StartSyncExecution on ${destination}`, `states:StopExecution on ${executions}`],
  },
  'Lambda::Function > Events::EventBus': writing('events:PutEvents'),
  'Lambda::Function > Location::PlaceIndex': {
    target: 'role of the source',
    Read: [
      `geo:DescribePlaceIndex,GetPlace,SearchPlaceIndexForPosition,SearchPlaceIndexForSuggestions,SearchPlaceIndexForText on ${destination}`,
    ],
  },
  'ApiGatewayV2::Api > Lambda::Function': callers(
    'apigateway.amazonaws.com',
    'function permission',
    'lambda:InvokeFunction',
  ),
  'ApiGateway::RestApi > Lambda::Function': callers(
    'apigateway.amazonaws.com',
    'function permission',
    'lambda:InvokeFunction',
  ),
  'SNS::Topic > SQS::Queue': callers('sns.amazonaws.com', 'queue policy', 'sqs:SendMessage'),
  'SNS::Topic > Lambda::Function': callers('sns.amazonaws.com', 'function permission', 'lambda:InvokeFunction'),
  'SQS::Queue > Lambda::Function': {
    target: 'role of the destination',
    Read: ['sqs:ReceiveMessage,GetQueueAttributes on ${Source.Arn}'],
    Write: ['sqs:DeleteMessage on ${Source.Arn}'],
  },
  'S3::Bucket > Lambda::Function': callers('s3.amazonaws.com', 'function permission', 'lambda:InvokeFunction'),
  'StepFunctions::StateMachine > Lambda::Function': writing('lambda:InvokeAsync,InvokeFunction'),
  'StepFunctions::StateMachine > SNS::Topic': writing('sns:Publish'),
  'StepFunctions::StateMachine > SQS::Queue': writing('sqs:SendMessage'),
  'StepFunctions::StateMachine > S3::Bucket': ofBucket,
  'StepFunctions::StateMachine > DynamoDB::Table': ofTable,
  'StepFunctions::StateMachine > StepFunctions::StateMachine': {
    target: 'role of the source',
    Read: [`states:DescribeExecution on ${executions}`, `events:DescribeRule on ${synchronous}`],
    Write: [
      `states:StartExecution on ${destination}`,
      `states:StopExecution on ${executions}`,
      `events:PutTargets,PutRule on ${synchronous}`,
    ],
  },
  'StepFunctions::StateMachine > Events::EventBus': writing('events:PutEvents'),
  'AppSync::DataSource > DynamoDB::Table': ofTable,
  'AppSync::DataSource > Lambda::Function': {
    target: 'role of the source',
    Write: [`lambda:InvokeAsync,InvokeFunction on ${destination} ${destination}:*`],
  },
  'AppSync::GraphQLApi > Lambda::Function': callers(
    'appsync.amazonaws.com',
    'function permission',
    'lambda:InvokeFunction',
  ),
};

/** `undefined` where SAM connects no resources of these types. */
export function connectorProfile(source: string, target: string): ConnectorProfile | undefined {
  const name = [source, target].map((type) => type.replace('AWS::', '')).join(' > ');
  if (!Object.hasOwn(table, name)) return undefined;
  const { Read = [], Write = [], ...row } = table[name];
  return { ...row, Read: Read.map(accessOf), Write: Write.map(accessOf) };
}

export const connectorPairs: readonly string[] = Object.keys(table);

function accessOf(line: string): ConnectorAccess {
  const [what, where] = line.split(' on ');
  const [service, names] = what.split(':');
  return { actions: names.split(',').map((name) => `${service}:${name}`), resources: where.split(' ') };
}
