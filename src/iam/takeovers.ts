/** How somebody comes to act as the role that a resource runs as, or as the resource itself. */
export interface Takeover {
  /** Each one way; several actions of one way are all needed. */
  readonly ways: readonly (readonly string[])[];
  /** The property with the role, or with the instance profile that has it. @default - the resource itself is the identity */
  readonly role?: string;
}

/**
 * By type: what to do to a resource of the application to act as it, or as the role that it runs as, without passing
 * that role.
 *
 * Left out is what needs `iam:PassRole` for the role that is there already: running a task, replacing a schedule.
 *
 * @see https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
 * @see https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/
 * @see https://pathfinding.cloud/
 */
export const takeovers: Readonly<Record<string, Takeover>> = {
  'AWS::IAM::Role': { ways: [['sts:AssumeRole'], ['iam:UpdateAssumeRolePolicy']] },
  'AWS::IAM::User': { ways: [['iam:CreateAccessKey'], ['iam:CreateLoginProfile'], ['iam:UpdateLoginProfile']] },
  'AWS::Amplify::App': { ways: [['amplify:UpdateApp', 'amplify:StartJob']], role: 'IAMServiceRole' },
  'AWS::AppRunner::Service': { ways: [['apprunner:UpdateService']], role: 'InstanceConfiguration.InstanceRoleArn' },
  'AWS::AppSync::DataSource': {
    ways: [['appsync:CreateResolver'], ['appsync:UpdateResolver'], ['appsync:UpdateFunction']],
    role: 'ServiceRoleArn',
  },
  'AWS::Batch::JobDefinition': { ways: [['batch:SubmitJob']], role: 'ContainerProperties.JobRoleArn' },
  'AWS::BedrockAgentCore::CodeInterpreterCustom': {
    ways: [['bedrock-agentcore:InvokeCodeInterpreter', 'bedrock-agentcore:StartCodeInterpreterSession']],
    role: 'ExecutionRoleArn',
  },
  'AWS::BedrockAgentCore::Runtime': { ways: [['bedrock-agentcore:InvokeAgentRuntimeCommand']], role: 'RoleArn' },
  'AWS::CodeBuild::Project': {
    ways: [['codebuild:StartBuild'], ['codebuild:StartBuildBatch'], ['codebuild:UpdateProject']],
    role: 'ServiceRole',
  },
  'AWS::EC2::Instance': {
    ways: [
      ['ssm:SendCommand'],
      ['ssm:StartSession'],
      ['ec2-instance-connect:SendSSHPublicKey'],
      ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
    ],
    role: 'IamInstanceProfile',
  },
  'AWS::Glue::DevEndpoint': { ways: [['glue:UpdateDevEndpoint']], role: 'RoleArn' },
  'AWS::Glue::Job': { ways: [['glue:UpdateJob']], role: 'Role' },
  'AWS::KinesisAnalyticsV2::Application': {
    ways: [['kinesisanalytics:UpdateApplication']],
    role: 'ServiceExecutionRole',
  },
  'AWS::Lambda::Function': {
    ways: [['lambda:UpdateFunctionCode'], ['lambda:UpdateFunctionConfiguration']],
    role: 'Role',
  },
  'AWS::SageMaker::NotebookInstance': {
    ways: [['sagemaker:CreatePresignedNotebookInstanceUrl'], ['sagemaker:UpdateNotebookInstance']],
    role: 'RoleArn',
  },
  'AWS::StepFunctions::StateMachine': { ways: [['states:UpdateStateMachine']], role: 'RoleArn' },
};

/** By type: what to do to an identity, or to a policy that it has, to write its permissions. */
export const rewrites: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': [
    'iam:AttachRolePolicy',
    'iam:DeleteRolePermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
    'iam:PutRolePolicy',
  ],
  'AWS::IAM::User': [
    'iam:AttachUserPolicy',
    'iam:DeleteUserPermissionsBoundary',
    'iam:PutUserPermissionsBoundary',
    'iam:PutUserPolicy',
  ],
  'AWS::IAM::Group': ['iam:AddUserToGroup', 'iam:AttachGroupPolicy', 'iam:PutGroupPolicy'],
  'AWS::IAM::ManagedPolicy': ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
};

/** By type: what takes policies away from an identity, which gives it more where one of them denies something. */
export const removals: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['iam:DeleteRolePolicy', 'iam:DetachRolePolicy'],
  'AWS::IAM::User': ['iam:DeleteUserPolicy', 'iam:DetachUserPolicy'],
};
