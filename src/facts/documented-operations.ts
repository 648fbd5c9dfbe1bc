/**
 * Operations that the tables of `sdk-operations.generated.ts` do not have and AWS documents in prose, by service prefix and
 * in their format; an operation without an action needs no permission.
 */
export const documentedOperations: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
  bedrock: 'Converse=InvokeModel ConverseStream=InvokeModelWithResponseStream',
  // https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_service-with-iam.html
  'cognito-identity': 'GetCredentialsForIdentity= GetId= GetOpenIdToken= UnlinkIdentity=',
  // https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
  'cognito-idp': `AssociateSoftwareToken= ChangePassword= CompleteWebAuthnRegistration= ConfirmDevice=
ConfirmForgotPassword= ConfirmSignUp= DeleteUser= DeleteUserAttributes= DeleteWebAuthnCredential= ForgetDevice=
ForgotPassword= GetDevice= GetTokensFromRefreshToken= GetUser= GetUserAttributeVerificationCode= GetUserAuthFactors=
GlobalSignOut= InitiateAuth= ListDevices= ListWebAuthnCredentials= ResendConfirmationCode= RespondToAuthChallenge=
RevokeToken= SetUserMFAPreference= SetUserSettings= SignUp= StartWebAuthnRegistration= UpdateAuthEventFeedback=
UpdateDeviceStatus= UpdateUserAttributes= VerifySoftwareToken= VerifyUserAttribute=`,
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
  dynamodb: `TransactGetItems=GetItem TransactWriteItems=PutItem|UpdateItem|DeleteItem|ConditionCheckItem
ExecuteStatement=PartiQLSelect|PartiQLInsert|PartiQLUpdate|PartiQLDelete
BatchExecuteStatement=PartiQLSelect|PartiQLInsert|PartiQLUpdate|PartiQLDelete
ExecuteTransaction=PartiQLSelect|PartiQLInsert|PartiQLUpdate|PartiQLDelete`,
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
  'execute-api':
    'DeleteConnection=ManageConnections GetConnection=ManageConnections PostToConnection=ManageConnections',
  // https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
  // https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html
  lambda: 'InvokeWithResponseStream=InvokeFunction InvokeAsync=InvokeFunction GetLayerVersionByArn=GetLayerVersion',
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
  s3: `CreateMultipartUpload=PutObject UploadPart=PutObject CompleteMultipartUpload=PutObject ListObjects=ListBucket
ListParts=ListMultipartUploadParts ListMultipartUploads=ListBucketMultipartUploads
WriteGetObjectResponse=s3-object-lambda:WriteGetObjectResponse`,
  // https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
  sns: 'PublishBatch=Publish',
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api.html
  sqs: 'SendMessageBatch=SendMessage DeleteMessageBatch=DeleteMessage ChangeMessageVisibilityBatch=ChangeMessageVisibility',
  // https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/welcome.html
  sso: 'GetRoleCredentials= ListAccountRoles= ListAccounts= Logout=',
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
  sts: 'GetCallerIdentity= GetSessionToken= AssumeRoleWithSAML= AssumeRoleWithWebIdentity=',
};
