/**
 * Actions with which an identity gives itself, or another identity that it can use, more permissions.
 *
 * The ways that begin with passing a role are {@link startingActions}.
 *
 * @see https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
 */
export const escalatingActions: readonly string[] = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutGroupPolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPermissionsBoundary',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  'glue:UpdateDevEndpoint',
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
];

/**
 * Actions whose answer is a credential, and that can be limited to a resource.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const credentialActions: readonly string[] = [
  'codeartifact:GetAuthorizationToken',
  'codepipeline:PollForJobs',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'connect:GetFederationToken',
  'ec2:GetPasswordData',
  'gamelift:RequestUploadCredentials',
  'iam:CreateAccessKey',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'mediapackage:RotateIngestEndpointCredentials',
  'rds-db:connect',
  'redshift-serverless:GetCredentials',
  'redshift:CreateClusterUser',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
  'secretsmanager:GetSecretValue',
  'sts:AssumeRole',
  'sts:GetFederationToken',
];

/**
 * Actions that start something which runs with the role that was passed to it, or that give out its credentials.
 *
 * @see https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
 * @see https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/
 * @see https://pathfinding.cloud/
 */
export const startingActions: readonly string[] = [
  'apprunner:CreateService',
  'appsync:CreateDataSource',
  'batch:RegisterJobDefinition',
  'bedrock-agentcore:CreateAgentRuntime',
  'bedrock-agentcore:CreateCodeInterpreter',
  'cloudformation:CreateChangeSet',
  'cloudformation:CreateStack',
  'cloudformation:CreateStackSet',
  'cloudformation:UpdateStack',
  'codebuild:CreateProject',
  'codepipeline:CreatePipeline',
  'cognito-identity:SetIdentityPoolRoles',
  'datapipeline:CreatePipeline',
  'ec2:AssociateIamInstanceProfile',
  'ec2:RequestSpotInstances',
  'ec2:RunInstances',
  'ecs:CreateService',
  'ecs:RunTask',
  'ecs:StartTask',
  'elasticmapreduce:RunJobFlow',
  'emr-serverless:StartJobRun',
  'glue:CreateDevEndpoint',
  'glue:CreateJob',
  'glue:CreateSession',
  'glue:UpdateJob',
  'iot:CreateRoleAlias',
  'iot:CreateTopicRule',
  'kinesisanalytics:CreateApplication',
  'lambda:CreateFunction',
  'lambda:UpdateFunctionConfiguration',
  'pipes:CreatePipe',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateProcessingJob',
  'sagemaker:CreateTrainingJob',
  'scheduler:CreateSchedule',
  'scheduler:UpdateSchedule',
  'ssm:StartAutomationExecution',
  'states:CreateStateMachine',
  'states:UpdateStateMachine',
];

/** Who assumes the role that is passed, where it is not the service of the action. */
const assumedBy: Readonly<Record<string, readonly string[]>> = {
  apprunner: ['tasks.apprunner', 'build.apprunner'],
  batch: ['ecs-tasks'],
  datapipeline: ['datapipeline', 'ec2'],
  ecs: ['ecs-tasks'],
  elasticmapreduce: ['elasticmapreduce', 'ec2'],
  iot: ['iot', 'credentials.iot'],
};

/** The first part of the principals that assume the role which a {@link startingActions starting action} is passed. */
export function whoAssumes(startingAction: string): readonly string[] {
  const [service] = startingAction.split(':');
  return Object.hasOwn(assumedBy, service) ? assumedBy[service] : [service];
}
