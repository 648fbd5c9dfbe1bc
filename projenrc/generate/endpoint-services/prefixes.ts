/** Endpoint services by the prefix of the actions that go over them, where neither the name nor its first part is the prefix. */
export const prefixesOf: Readonly<Record<string, string>> = {
  'analytics-omics': 'omics',
  appconfigdata: 'appconfig',
  'appmesh-envoy-management': 'appmesh',
  'appsync-api': 'appsync',
  'aps-workspaces': 'aps',
  'arsenal-discovery': 'arsenal',
  'bedrock-agent': 'bedrock',
  'bedrock-agent-runtime': 'bedrock',
  'bedrock-data-automation': 'bedrock',
  'bedrock-data-automation-runtime': 'bedrock',
  'bedrock-runtime': 'bedrock',
  cloudcontrolapi: 'cloudformation',
  cloudhsmv2: 'cloudhsm',
  'control-storage-omics': 'omics',
  'data-servicediscovery': 'servicediscovery',
  'deviceadvisor.iot': 'iotdeviceadvisor',
  'dicom-medical-imaging': 'medical-imaging',
  'dynamodb-streams': 'dynamodb',
  'ecs-agent': 'ecs',
  'ecs-telemetry': 'ecs',
  'elasticbeanstalk-health': 'elasticbeanstalk',
  email: 'ses',
  'email-smtp': 'ses',
  'evidently-dataplane': 'evidently',
  forecastquery: 'forecast',
  'git-codecommit': 'codecommit',
  'guardduty-data': 'guardduty',
  'iot.fleethub.api': 'iotfleethub',
  'kinesis-firehose': 'firehose',
  'kinesis-streams': 'kinesis',
  'mail-manager': 'ses',
  'memory-db': 'memorydb',
  'metering-marketplace': 'aws-marketplace',
  'models-v2-lex': 'lex',
  monitoring: 'cloudwatch',
  'neptune-graph-data': 'neptune-graph',
  networkflowmonitorreports: 'networkflowmonitor',
  'personalize-events': 'personalize',
  'personalize-runtime': 'personalize',
  pinpoint: 'mobiletargeting',
  'pinpoint-sms-voice-v2': 'sms-voice',
  'rum-dataplane': 'rum',
  'runtime-medical-imaging': 'medical-imaging',
  'runtime-v2-lex': 'lex',
  's3-global.accesspoint': 's3',
  'service.user-subscriptions': 'user-subscriptions',
  'servicecatalog-appregistry': 'servicecatalog',
  'storage-omics': 'omics',
  'streaming-rekognition': 'rekognition',
  'sync-states': 'states',
  tagging: 'tag',
  'tags-omics': 'omics',
  transcribestreaming: 'transcribe',
  'workflows-omics': 'omics',
};

/** Web pages, agents and protocols that no action of IAM stands for, and what AWS has closed. */
export const withoutActions: readonly string[] = `
console eks-proxy elastic-inference.runtime emr-serverless-services.livy emrwal.prod experiments grafana-workspace
highlander iotroborunner lorawan.cups lorawan.lns notebook partner-app pipes-data quicksight-website studio
`
  .trim()
  .split(/\s+/);

/**
 * Prefixes of which no endpoint service is listed although there may be a private way: endpoints of their own kind, the
 * network of the VPC itself, or permissions that are about no call.
 */
export const withoutKnownService: readonly string[] = `
aoss aws-portal connect dax dbqms docdb-elastic ec2-instance-connect es geo-maps geo-places geo-routes kafka-cluster
kinesisvideo neptune-db opensearch quicksight rds-db route53resolver s3-object-lambda sso sso-directory sso-oauth verified-access vpc-lattice-svcs vpce
`
  .trim()
  .split(/\s+/);

/**
 * Actions that go over some of the endpoint services of their prefix only. Those of the prefix that no line names go
 * over the services that no line names; a `*` says it otherwise.
 *
 * Each service has an SDK client of its own, whose operations these are; `sync-states` is the host that the client of
 * Step Functions puts before the name.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html (function URLs are public only)
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html (REST APIs only)
 */
export const servicesOfActions: readonly (readonly [actions: string, services: string])[] = [
  ['appconfig:StartConfigurationSession,GetLatestConfiguration', 'appconfigdata'],
  [
    'bedrock:InvokeModel,InvokeModelWithResponseStream,ApplyGuardrail,CountTokens,GetAsyncInvoke,ListAsyncInvokes',
    'bedrock-runtime',
  ],
  [
    'bedrock:InvokeAgent,InvokeInlineAgent,InvokeFlow,Retrieve,RetrieveAndGenerate,Rerank,GenerateQuery,OptimizePrompt',
    'bedrock-agent-runtime',
  ],
  ['dynamodb:DescribeStream,GetRecords,GetShardIterator,ListStreams', 'dynamodb-streams'],
  ['execute-api:ManageConnections', ''],
  ['lambda:InvokeFunctionUrl', ''],
  ['personalize:PutActionInteractions,PutActions,PutEvents,PutItems,PutUsers', 'personalize-events'],
  ['personalize:GetActionRecommendations,GetPersonalizedRanking,GetRecommendations', 'personalize-runtime'],
  ['sagemaker:InvokeEndpoint,InvokeEndpointAsync,InvokeEndpointWithResponseStream', 'sagemaker.runtime'],
  ['sagemaker:BatchGetRecord,DeleteRecord,GetRecord,PutRecord', 'sagemaker.featurestore-runtime'],
  ['sagemaker:BatchGetMetrics,BatchPutMetrics', 'sagemaker.metrics'],
  ['servicediscovery:DiscoverInstances,DiscoverInstancesRevision', 'data-servicediscovery'],
  ['ses:SendRawEmail', 'email email-smtp'],
  ['ses:*', 'email mail-manager'],
  ['states:StartSyncExecution', 'sync-states'],
];
