import type { Reviewed } from '../family';

export const functions: Reviewed = {
  least: 493,
  survivors: [
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'A text for people.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      places: {
        'SecureFunction, invoked asynchronously': [['SharedKey', 'Properties.Description', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: 'In the policy of a key only actions of KMS apply: `*` is `kms:*`.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
      places: {
        'SecureFunction, invoked asynchronously': [
          ['SharedKey', 'Properties.KeyPolicy.Statement.0.Action', 'widen to *'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::KMS::Key',
      reason:
        'An action less: CloudWatch Logs makes its data keys with `kms:GenerateDataKey`, which `kms-service-denied` asks for.',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
      places: {
        'SecureFunction, invoked asynchronously': [
          ['SharedKey', 'Properties.KeyPolicy.Statement.1.Action.5', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::KMS::Key',
      reason: '30 days is what KMS waits where nothing is said.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
      places: {
        'SecureFunction, invoked asynchronously': [['SharedKey', 'Properties.PendingWindowInDays', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'What the code reads from its environment is its own matter; what is gone needs no protection.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      places: {
        'SecureFunction, invoked asynchronously': [
          ['Orders', 'Properties.Environment', 'remove'],
          ['Orders', 'Properties.Environment.Variables', 'remove'],
          ['Orders', 'Properties.Environment.Variables.TABLE', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'The framework no longer knows which function to call, and each deployment fails with an error.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
      places: {
        'CustomResourceHardening of a provider': [
          ['ProviderframeworkonEvent', 'Properties.Environment', 'remove'],
          ['ProviderframeworkonEvent', 'Properties.Environment.Variables', 'remove'],
          ['ProviderframeworkonEvent', 'Properties.Environment.Variables.USER_ON_EVENT_FUNCTION_ARN', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Lambda::Function',
      reason: '`Terminate` is what Lambda does where nothing is said.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
      places: {
        'SecureFunction, invoked asynchronously': [['Orders', 'Properties.RecursiveLoop', 'remove']],
        'SecureFunction in a VPC, with a dead-letter queue': [['Orders', 'Properties.RecursiveLoop', 'remove']],
        'SecureFunction behind a URL': [['Orders', 'Properties.RecursiveLoop', 'remove']],
        SecureNodejsFunction: [['Orders', 'Properties.RecursiveLoop', 'remove']],
        EgressFunction: [['PaymentsFunction', 'Properties.RecursiveLoop', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Policy',
      reason: 'The statement for the environment already lets Lambda, and no code, decrypt with this key.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html',
      places: {
        'SecureFunction, invoked asynchronously': [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.1.Action.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::SQS::Queue',
      reason: '`Delete` is what CloudFormation does where nothing is said.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      places: {
        'SecureFunction, invoked asynchronously': [
          ['FunctionFailureQueue', 'DeletionPolicy', 'remove'],
          ['FunctionFailureQueue', 'UpdateReplacePolicy', 'remove'],
        ],
        'SecureFunction in a VPC, with a dead-letter queue': [
          ['OrdersDeadLetterQueue', 'DeletionPolicy', 'remove'],
          ['OrdersDeadLetterQueue', 'UpdateReplacePolicy', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::CloudFormation::CustomResource',
      reason: '`Delete` is what CloudFormation does where nothing is said.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      places: {
        'CustomResourceHardening of a provider': [
          ['Seed', 'DeletionPolicy', 'remove'],
          ['Seed', 'UpdateReplacePolicy', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::SecurityGroup',
      reason: 'EC2 wants to know the destination of a rule.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-egress.html',
      places: {
        'SecureFunction in a VPC, with a dead-letter queue': [
          ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress.0.CidrIp', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'The function has no environment: there is nothing that the key would encrypt.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      places: {
        'SecureFunction in a VPC, with a dead-letter queue': [['Orders', 'Properties.KmsKeyArn', 'remove']],
        'SecureFunction behind a URL': [['Orders', 'Properties.KmsKeyArn', 'remove']],
        SecureNodejsFunction: [['Orders', 'Properties.KmsKeyArn', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The function has no environment: there is nothing that Lambda would decrypt.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      places: {
        'SecureFunction in a VPC, with a dead-letter queue': [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
        ],
        'SecureFunction behind a URL': [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
        ],
        EgressFunction: [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason:
        'It was every resource of the account and region, and nobody makes network interfaces in another account.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
      places: {
        'SecureFunction in a VPC, with a dead-letter queue': [
          ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.0.Resource', 'widen to *'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Policy',
      reason: 'No statement allows `ec2:DetachNetworkInterface`: it is denied either way.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
      places: {
        'SecureFunction in a VPC, with a dead-letter queue': [
          ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.2.Action.4', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Policy',
      reason: 'A name for people.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      places: {
        'SecureFunction in a VPC, with a dead-letter queue': [
          ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.2.Sid', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Role',
      reason: 'A text for people.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
      places: {
        ScopedRole: [['Reader', 'Properties.Description', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Lambda::Function',
      reason: 'A text for people.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
      places: {
        'CustomResourceHardening of a provider': [['ProviderframeworkonEvent', 'Properties.Description', 'remove']],
        EgressFunction: [['PaymentsFunction', 'Properties.Description', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Url',
      reason: 'Nobody calls the function this way any more.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
      places: {
        'SecureFunction behind a URL': [['OrdersFunctionUrl', '', 'remove the resource']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Permission',
      reason:
        'The principal is the account, also where the URL would ask nobody for a name: `lambda-url-auth-none` watches the URL.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      places: {
        'SecureFunction behind a URL': [
          ['OrdersInvokeFunctionUrlAccountRootPrincipal', 'Properties.FunctionUrlAuthType', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The role may do less than it was granted, nothing more.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
      places: {
        ScopedRole: [['ReaderDefaultPolicy', '', 'remove the resource']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason:
        'The framework may not call the handler, or not ask whether it is ready, and each deployment fails with an error.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html',
      places: {
        'CustomResourceHardening of a provider': [
          [
            'ProviderframeworkonEventServiceRoleDefaultPolicy',
            'Properties.PolicyDocument.Statement.0',
            'remove the statement',
          ],
          [
            'ProviderframeworkonEventServiceRoleDefaultPolicy',
            'Properties.PolicyDocument.Statement.0.Resource.0',
            'remove',
          ],
          [
            'ProviderframeworkonEventServiceRoleDefaultPolicy',
            'Properties.PolicyDocument.Statement.0.Resource.1',
            'remove',
          ],
          [
            'ProviderframeworkonEventServiceRoleDefaultPolicy',
            'Properties.PolicyDocument.Statement.1',
            'remove the statement',
          ],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'More is logged, of deployments only, in a log group that is encrypted and ends.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html',
      places: {
        'CustomResourceHardening of a provider': [
          ['ProviderframeworkonEvent', 'Properties.LoggingConfig.ApplicationLogLevel', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'The function that is told no host calls none.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      places: {
        EgressFunction: [
          ['PaymentsFunction', 'Properties.Environment', 'remove'],
          ['PaymentsFunction', 'Properties.Environment.Variables', 'remove'],
          ['PaymentsFunction', 'Properties.Environment.Variables.ALLOWED_HOSTS', 'remove'],
        ],
      },
    },
  ],
};
