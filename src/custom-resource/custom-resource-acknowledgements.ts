import type { CustomResourceFunction } from './custom-resource-functions';

const atDeployment =
  'a function of the CDK that runs at deployment only, is called by CloudFormation alone, and whose code and calls are in the cloud assembly and in CloudTrail';

/** Findings of the gate that remain on a function of the CDK, whatever is done from outside. */
export const onFunction: Readonly<Record<string, string>> = {
  'lambda-tracing': `${atDeployment}: there is no request to trace`,
  'lambda-dlq': `${atDeployment}: CloudFormation notices a failure and rolls back`,
  'lambda-async-destination': `${atDeployment}: CloudFormation notices a failure and rolls back`,
  'lambda-in-vpc': `${atDeployment}: it calls AWS only, and CloudFormation's answer address`,
  'lambda-code-signing': `${atDeployment}: the code comes with the CDK, as an asset named by its hash`,
  'lambda-reserved-concurrency': `${atDeployment}: nobody outside can make it run`,
  'lambda-orphan': `${atDeployment}: it is named as the service token of a custom resource`,
  'alarm-missing': `${atDeployment}: whoever deploys sees it fail`,
  'lambda-tags': `${atDeployment}: the tags of its stack reach it`,
  'lambda-memory-default': `${atDeployment}: the CDK chooses what its code needs`,
  'lambda-timeout-default': `${atDeployment}: the CDK chooses what its code needs`,
  'lambda-timeout-excessive': `${atDeployment}: deployments wait for what they change`,
};

/** Findings on the state machine with which a provider waits; its executions carry the events of CloudFormation. */
export const onStateMachine: Readonly<Record<string, string>> = {
  'sfn-logging': `${atDeployment}: the functions that it calls log each step`,
  'sfn-xray': `${atDeployment}: there is no request to trace`,
  'sfn-cmk': `${atDeployment}: it passes on what the template says, and holds nothing of its own`,
  'sfn-no-catch': `${atDeployment}: the provider answers CloudFormation when the time is up`,
};

/** Findings on log groups that the CDK makes for these functions. */
export const onLogGroup: Readonly<Record<string, string>> = {
  'logs-data-protection': `${atDeployment}: it logs what it changes, and no data of people`,
};

/** Findings on the roles and policies of these functions. */
export const onEveryPolicy: Readonly<Record<string, string>> = {
  'iam-inline': `${atDeployment}: the policy belongs to its role alone and goes with it`,
  'lambda-role-trust-source': `${atDeployment}: Lambda alone may assume the role, and only for functions that whoever may pass the role gives it to`,
};

/** Findings on what a function of the CDK may do, where the CDK cannot know at synthesis what it will be for. */
export const onPolicy: Readonly<Partial<Record<CustomResourceFunction, Readonly<Record<string, string>>>>> = {
  'log-retention': {
    'iam-wildcard-resource': `${atDeployment}: it may set how long logs are kept, of log groups that Lambda names at deployment`,
    'role-erases-evidence': `${atDeployment}: it sets how long logs are kept because the app says so, and Lambda names the log groups at deployment`,
  },
  'bucket-deployment': {
    'lambda-role-data-wildcard': `${atDeployment}: it may read the assets of the deployment and write the bucket that it fills`,
    'iam-wildcard-action': `${atDeployment}: it may read the assets of the deployment and write the bucket that it fills`,
  },
};
