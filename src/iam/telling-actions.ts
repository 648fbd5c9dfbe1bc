/**
 * Actions with which an identity gives itself, or another identity that it can use, more permissions.
 *
 * The ways through `iam:PassRole` begin with passing a role, and are not repeated here.
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
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'rds-db:connect',
  'redshift:CreateClusterUser',
  'redshift:GetClusterCredentials',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:GetSecretValue',
  'sts:AssumeRole',
];
