import type { Reviewed } from '../family';

export const secrets: Reviewed = {
  least: 568,
  survivors: [
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'A text for people.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      places: {
        SecureSecret: [['SharedKey', 'Properties.Description', 'remove']],
        'SecureSecret, renewed by a function': [['SharedKey', 'Properties.Description', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'In the policy of a key only actions of KMS apply: `*` is `kms:*`.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
      places: {
        SecureSecret: [['SharedKey', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *']],
        'SecureSecret, renewed by a function': [['SharedKey', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: '30 days is what KMS waits where nothing is said.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      places: {
        SecureSecret: [['SharedKey', 'Properties.PendingWindowInDays', 'remove']],
        'SecureSecret, renewed by a function': [['SharedKey', 'Properties.PendingWindowInDays', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'The default key policy has the same statement, for the account.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
      places: { SecureSecret: [['SharedKey', 'Properties.KeyPolicy', 'remove']] },
    },
    {
      kind: 'harmless',
      type: 'AWS::KMS::Key',
      reason:
        'An action less: CloudWatch Logs makes its data keys with `kms:GenerateDataKey`, which `kms-service-denied` asks for.',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
      places: {
        'SecureSecret, renewed by a function': [['SharedKey', 'Properties.KeyPolicy.Statement.1.Action.5', 'remove']],
      },
    },
    {
      kind: 'refused',
      type: 'Custom::SecureStringParameter',
      reason:
        'The function that makes the parameter wants to know its name, its key, where its value comes from and how long it is, and fails the deployment.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['Password', 'Properties.Name', 'remove'],
          ['Password', 'Properties.KeyId', 'remove'],
          ['Password', 'Properties.Source', 'remove'],
          ['Password', 'Properties.Length', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'Custom::SecureStringParameter',
      reason: 'A standard parameter is what the Parameter Store makes where nothing is said.',
      source: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
      places: { 'SecureFunction with both kinds of secrets': [['Password', 'Properties.Tier', 'remove']] },
    },
    {
      kind: 'harmless',
      type: 'Custom::SecureStringParameter',
      reason: 'CloudFormation waits for an hour instead of a quarter of one where no answer comes.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html',
      places: { 'SecureFunction with both kinds of secrets': [['Password', 'Properties.ServiceTimeout', 'remove']] },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason:
        'The function that makes the parameter may do less than it needs, and the deployment fails with an error.',
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['PasswordPolicy0d78b8b9', 'Properties.PolicyDocument.Statement.0.Action.0', 'remove'],
          ['PasswordPolicy0d78b8b9', 'Properties.PolicyDocument.Statement.0.Action.1', 'remove'],
          ['PasswordPolicy0d78b8b9', 'Properties.PolicyDocument.Statement.0.Action.2', 'remove'],
          ['PasswordPolicy0d78b8b9', 'Properties.PolicyDocument.Statement.0.Action.3', 'remove'],
          ['PasswordPolicy0d78b8b9', 'Properties.PolicyDocument.Statement.0.Action.4', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason:
        'The encryption context names the one parameter or secret: what else the role asks KMS for is refused, through whatever it asks.',
      source:
        'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context',
      places: {
        'SecureFunction with both kinds of secrets': [
          [
            'SecureStringParametersEncryptPolicy',
            'Properties.PolicyDocument.Statement.0.Condition.StringEquals.kms:ViaService',
            'remove',
          ],
          [
            'OrdersServiceRoleDefaultPolicy',
            'Properties.PolicyDocument.Statement.1.Condition.StringEquals.kms:ViaService',
            'remove',
          ],
          [
            'OrdersServiceRoleDefaultPolicy',
            'Properties.PolicyDocument.Statement.2.Condition.StringEquals.kms:ViaService',
            'remove',
          ],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Role',
      reason: 'A text for people.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersRole', 'Properties.Description', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Lambda::Function',
      reason: 'A text for people.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersFunction', 'Properties.Description', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Lambda::Function',
      reason: '`Terminate` is what Lambda does where nothing is said.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersFunction', 'Properties.RecursiveLoop', 'remove'],
          ['Orders', 'Properties.RecursiveLoop', 'remove'],
        ],
        'SecureSecret, renewed by a function': [['Renewal', 'Properties.RecursiveLoop', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'The function has no environment: there is nothing that the key would encrypt.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersFunction', 'Properties.KmsKeyArn', 'remove'],
        ],
        'SecureSecret, renewed by a function': [['Renewal', 'Properties.KmsKeyArn', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The function has no environment: there is nothing that Lambda would decrypt.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
        ],
        'SecureSecret, renewed by a function': [
          ['RenewalServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Policy',
      reason: 'The statement for the environment already lets Lambda, and no code, decrypt with this key.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.1.Action.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason:
        'No statement lets the code decrypt through the Parameter Store, because Lambda says in its requests which function it is: the denial is a second lock.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['SecureStringParametersRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.4', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::SecretsManager::ResourcePolicy',
      reason: 'A name for people.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.0.Sid', 'remove'],
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Sid', 'remove'],
        ],
        SecureSecret: [
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.0.Sid', 'remove'],
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Sid', 'remove'],
        ],
        'SecureSecret, renewed by a function that AWS hosts': [
          ['LoginPolicy', 'Properties.ResourcePolicy.Statement.0.Sid', 'remove'],
          ['LoginPolicy', 'Properties.ResourcePolicy.Statement.1.Sid', 'remove'],
        ],
        'SecureSecret, renewed by a function': [
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.0.Sid', 'remove'],
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Sid', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::SecretsManager::ResourcePolicy',
      reason:
        'The denial becomes wider: CloudFormation is refused the value too, as its own role or as whoever called it.',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike.aws:PrincipalArn.1', 'remove'],
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.StringNotEquals', 'remove'],
        ],
        SecureSecret: [
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike.aws:PrincipalArn.1', 'remove'],
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.StringNotEquals', 'remove'],
        ],
        'SecureSecret, renewed by a function that AWS hosts': [
          ['LoginPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike.aws:PrincipalArn.1', 'remove'],
          ['LoginPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.StringNotEquals', 'remove'],
        ],
        'SecureSecret, renewed by a function': [
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike.aws:PrincipalArn.1', 'remove'],
          ['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.StringNotEquals', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::SecretsManager::ResourcePolicy',
      reason: 'The denial becomes wider: nobody in the app reads the value, and who is named no longer does.',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
      places: {
        SecureSecret: [['ApiKeyPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike', 'remove']],
        'SecureSecret, renewed by a function that AWS hosts': [
          ['LoginPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike', 'remove'],
          ['LoginPolicy', 'Properties.ResourcePolicy.Statement.1.Condition.ArnNotLike.aws:PrincipalArn.2', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'What is no longer named in the environment is not read.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['Orders', 'Properties.Environment', 'remove'],
          ['Orders', 'Properties.Environment.Variables', 'remove'],
          ['Orders', 'Properties.Environment.Variables.DB_PASSWORD_PARAMETER_NAME', 'remove'],
          ['Orders', 'Properties.Environment.Variables.API_KEY_SECRET_ARN', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The role may do less than it was granted, nothing more.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
      places: {
        'SecureFunction with both kinds of secrets': [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.5', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::SecretsManager::Secret',
      reason: 'The template and the key of the value that is put into it go together.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html',
      places: {
        'SecureSecret, renewed by a function that AWS hosts': [
          ['Login', 'Properties.GenerateSecretString.GenerateStringKey', 'remove'],
          ['Login', 'Properties.GenerateSecretString.SecretStringTemplate', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::SecretsManager::RotationSchedule',
      reason: 'A password may have every character that the database takes.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-rotationschedule-hostedrotationlambda.html',
      places: {
        'SecureSecret, renewed by a function that AWS hosts': [
          ['LoginAttachmentSchedule', 'Properties.HostedRotationLambda.ExcludeCharacters', 'remove'],
        ],
      },
    },
  ],
};
