/** What turns somebody else's text into code or permissions of the application; the most direct first. */
export const deployingActions: readonly string[] = [
  'lambda:UpdateFunctionCode',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'cloudformation:UpdateStack',
  'cloudformation:ExecuteChangeSet',
  'cloudformation:CreateStack',
  'iam:PassRole',
  'sts:AssumeRole',
];
