import { AppSyncEventResource, IamResource } from 'aws-cdk-lib/aws-appsync';
import { CompositePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Version } from 'aws-cdk-lib/aws-lambda';
import type { GrantRow } from './row';

const viaUrl = {
  'function if StringEquals lambda:FunctionUrlAuthType AWS_IAM': ['lambda:InvokeFunctionUrl'],
  'function if Bool lambda:InvokedViaFunctionUrl true': ['lambda:InvokeFunction'],
};
const taskResponse = ['states:SendTaskFailure', 'states:SendTaskHeartbeat', 'states:SendTaskSuccess'];
const read = {
  'state machine': ['states:ListExecutions'],
  'execution:*': ['states:DescribeExecution', 'states:DescribeStateMachineForExecution', 'states:GetExecutionHistory'],
};

/** Functions, state machines and APIs. */
export const compute: readonly GrantRow[] = [
  {
    grants: ['lambda.FunctionBase.grantInvoke'],
    of: ['function'],
    gives: { function: ['lambda:InvokeFunction'], 'function:*': ['lambda:InvokeFunction'] },
    decided:
      'the versions and aliases of the one function stay: code that names an alias calls the same function. Grant the alias or the version itself for only that',
  },
  {
    grants: ['lambda.FunctionBase.grantInvoke'],
    of: ['alias of a function'],
    gives: { alias: ['lambda:InvokeFunction'] },
  },
  { grants: ['lambda.FunctionBase.grantInvoke'], of: ['version'], gives: { version: ['lambda:InvokeFunction'] } },
  {
    grants: ['lambda.FunctionBase.grantInvokeLatestVersion'],
    of: ['function'],
    gives: { function: ['lambda:InvokeFunction'], 'function:$LATEST': ['lambda:InvokeFunction'] },
  },
  {
    grants: ['lambda.FunctionBase.grantInvokeVersion'],
    of: ['function'],
    with: () => [{ version: '7' } as Version],
    gives: { 'function:7': ['lambda:InvokeFunction'] },
  },
  {
    grants: ['lambda.FunctionBase.grantInvokeUrl'],
    of: ['function'],
    gives: viaUrl,
    decided: 'AWS wants both actions for a URL; the second only lets in what came through one',
  },
  { grants: ['lambda.FunctionUrl.grantInvokeUrl'], of: ['function url'], gives: viaUrl },
  {
    grants: ['lambda.FunctionBase.grantInvokeCompositePrincipal'],
    of: ['function'],
    asPrincipal: (role) => new CompositePrincipal(role),
    gives: { function: ['lambda:InvokeFunction'], 'function:*': ['lambda:InvokeFunction'] },
  },
  {
    grants: ['lambda.WebFunctionEndpointGrants.invoke'],
    of: ['web function endpoint'],
    gives: { endpoint: ['lambda:InvokeWebFunctionEndpoint'] },
    since: '2.276.0',
  },
  {
    grants: ['stepfunctions.StateMachine.grantStartExecution', 'stepfunctions.StateMachineGrants.startExecution'],
    of: ['state machine'],
    gives: { 'state machine': ['states:StartExecution'] },
  },
  {
    grants: [
      'stepfunctions.StateMachine.grantStartSyncExecution',
      'stepfunctions.StateMachineGrants.startSyncExecution',
    ],
    of: ['state machine'],
    gives: { 'state machine': ['states:StartSyncExecution'] },
  },
  {
    grants: ['stepfunctions.StateMachine.grantRead', 'stepfunctions.StateMachineGrants.read'],
    of: ['state machine'],
    gives: read,
    decided:
      'results are read from executions; the list of activities and all definitions of the account go, `ListStateMachines` has no effect on one',
  },
  {
    grants: ['stepfunctions.StateMachine.grantTaskResponse', 'stepfunctions.StateMachineGrants.taskResponse'],
    of: ['state machine'],
    gives: { 'state machine': taskResponse },
    decided: 'AWS authorizes the answer to a task against the state machine, although its reference names no resource',
  },
  {
    grants: ['stepfunctions.StateMachine.grantRedriveExecution'],
    of: ['state machine'],
    gives: { 'execution:*': ['states:RedriveExecution'] },
  },
  {
    grants: ['stepfunctions.StateMachineGrants.redriveExecution'],
    of: ['state machine'],
    refused: /'states:RedriveExecution' has no effect on '.*stateMachine.*': use 'grantRedriveExecution'/,
    decided: 'the library names the state machine, where AWS redrives executions: it would give nothing',
  },
  {
    grants: ['stepfunctions.StateMachine.grantExecution', 'stepfunctions.StateMachineGrants.execution'],
    of: ['state machine'],
    with: ['states:StopExecution'],
    gives: { 'execution:*': ['states:StopExecution'] },
  },
  {
    grants: ['stepfunctions.StateMachine.grant', 'stepfunctions.StateMachineGrants.actions'],
    of: ['state machine'],
    with: ['states:DescribeStateMachine'],
    gives: { 'state machine': ['states:DescribeStateMachine'] },
  },
  {
    grants: ['stepfunctions.Activity.grant'],
    of: ['activity'],
    with: ['states:GetActivityTask', 'states:SendTaskSuccess'],
    gives: { activity: ['states:GetActivityTask', 'states:SendTaskSuccess'] },
  },
  {
    grants: ['appsync.GraphqlApiBase.grant'],
    of: ['graphql api'],
    with: [IamResource.custom('types/Query/fields/books'), 'appsync:GraphQL'],
    gives: { 'api/types/Query/fields/books': ['appsync:GraphQL'] },
  },
  {
    grants: ['appsync.GraphqlApiBase.grantQuery'],
    of: ['graphql api'],
    with: ['books'],
    gives: { 'api/types/Query/fields/books': ['appsync:GraphQL'] },
  },
  {
    grants: ['appsync.GraphqlApiBase.grantQuery'],
    of: ['graphql api'],
    gives: { 'api/types/Query/*': ['appsync:GraphQL'] },
    decided: 'all queries, because none was named: name the fields for less',
  },
  {
    grants: ['appsync.GraphqlApiBase.grantMutation'],
    of: ['graphql api'],
    gives: { 'api/types/Mutation/*': ['appsync:GraphQL'] },
    decided: 'all mutations, because none was named: name the fields for less',
  },
  {
    grants: ['appsync.GraphqlApiBase.grantSubscription'],
    of: ['graphql api'],
    gives: { 'api/types/Subscription/*': ['appsync:GraphQL'] },
    decided: 'all subscriptions, because none was named: name the fields for less',
  },
  {
    grants: ['appsync.EventApiBase.grant'],
    of: ['event api'],
    with: [AppSyncEventResource.forAPI(), 'appsync:EventConnect'],
    gives: { api: ['appsync:EventConnect'] },
  },
  { grants: ['appsync.EventApiBase.grantConnect'], of: ['event api'], gives: { api: ['appsync:EventConnect'] } },
  {
    grants: ['appsync.EventApiBase.grantPublish'],
    of: ['event api'],
    gives: { 'api/channelNamespace/*': ['appsync:EventPublish'] },
    decided:
      'all channels of the one API, as the documentation of the grant says: grant the channel namespace for less',
  },
  {
    grants: ['appsync.EventApiBase.grantSubscribe'],
    of: ['event api'],
    gives: { 'api/channelNamespace/*': ['appsync:EventSubscribe'] },
    decided:
      'all channels of the one API, as the documentation of the grant says: grant the channel namespace for less',
  },
  {
    grants: ['appsync.EventApiBase.grantPublishAndSubscribe'],
    of: ['event api'],
    gives: { 'api/channelNamespace/*': ['appsync:EventPublish', 'appsync:EventSubscribe'] },
    decided:
      'all channels of the one API, as the documentation of the grant says: grant the channel namespace for less',
  },
  {
    grants: ['appsync.ChannelNamespace.grantPublish'],
    of: ['channel namespace'],
    gives: { 'api/channelNamespace/books': ['appsync:EventPublish'] },
  },
  {
    grants: ['appsync.ChannelNamespace.grantSubscribe'],
    of: ['channel namespace'],
    gives: { 'api/channelNamespace/books': ['appsync:EventSubscribe'] },
  },
  {
    grants: ['appsync.ChannelNamespace.grantPublishAndSubscribe'],
    of: ['channel namespace'],
    gives: { 'api/channelNamespace/books': ['appsync:EventPublish', 'appsync:EventSubscribe'] },
  },
];
