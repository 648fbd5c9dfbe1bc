/** What a service tells Lambda about the resource on whose behalf it invokes a function. */
export interface InvokeSource {
  readonly principal: string;
  /** Whether AWS documents that `aws:SourceArn` is in the request; a condition on it denies every call where it is not. */
  readonly sourceArn: 'sent' | 'not-sent';
  /** Whether AWS documents that `aws:SourceAccount` is in the request. */
  readonly sourceAccount: 'sent' | 'not-sent';
  /** Whether the source ARN names the account; where it doesn't, the ARN alone lets another account in. */
  readonly arnHasAccount: boolean;
  readonly source: string;
}

const lambdaGuide = 'https://docs.aws.amazon.com/lambda/latest/dg';

/**
 * The services that invoke functions through the function's resource policy.
 *
 * Not here, because they assume a role or use the caller's permissions: Step Functions, EventBridge Scheduler and
 * Pipes, Data Firehose, AppSync data sources, CodePipeline, S3 Object Lambda and Batch Operations, CloudFormation,
 * Systems Manager Automation, Lambda destinations; and everything that Lambda polls (SQS, Kinesis, DynamoDB, Kafka).
 */
export const invokeSources: readonly InvokeSource[] = [
  byArn('apigateway.amazonaws.com', `${lambdaGuide}/services-apigateway.html#apigateway-permissions`),
  byArn('sns.amazonaws.com', `${lambdaGuide}/with-sns.html`),
  byArn('events.amazonaws.com', eventBridge('eb-use-resource-based.html#eb-lambda-permissions')),
  byArn('appsync.amazonaws.com', 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'),
  byArn('cognito-sync.amazonaws.com', 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-events.html'),
  byArn('lex.amazonaws.com', 'https://docs.aws.amazon.com/lex/latest/dg/gs-cli-update-lambda.html'),
  byArn(
    'cloudfront.amazonaws.com',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
  ),
  byArn('transfer.amazonaws.com', 'https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html'),
  byArn('vpc-lattice.amazonaws.com', 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html'),
  {
    principal: 's3.amazonaws.com',
    sourceArn: 'sent',
    sourceAccount: 'sent',
    arnHasAccount: false,
    source: `${lambdaGuide}/with-s3.html`,
  },
  byBoth('logs.amazonaws.com', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html'),
  byBoth(
    'lambda.alarms.cloudwatch.amazonaws.com',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
  ),
  byBoth(
    'cognito-idp.amazonaws.com',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  ),
  byBoth('ses.amazonaws.com', 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html'),
  byBoth('iot.amazonaws.com', 'https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html'),
  byBoth(
    'config.amazonaws.com',
    'https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_nodejs.html',
  ),
  byBoth(
    'elasticloadbalancing.amazonaws.com',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#register-lambda-function',
  ),
  byBoth('lexv2.amazonaws.com', 'https://docs.aws.amazon.com/lexv2/latest/dg/lambda-attach.html'),
  byBoth(
    'codecommit.amazonaws.com',
    'https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-notify-lambda-cc.html',
  ),
  byBoth(
    'connect.amazonaws.com',
    'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
  ),
  byBoth(
    'bedrock.amazonaws.com',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html#agents-permissions-lambda',
  ),
  byBoth(
    'bedrock-agentcore.amazonaws.com',
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/cross-service-confused-deputy-prevention.html',
  ),
  {
    principal: 'secretsmanager.amazonaws.com',
    sourceArn: 'not-sent',
    sourceAccount: 'sent',
    arnHasAccount: false,
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_turn-on-cli.html',
  },
  byNothing(
    'appconfig.amazonaws.com',
    'https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-configuration-and-profile-validators.html',
  ),
  byNothing('alexa-appkit.amazon.com', `${lambdaGuide}/services-alexa.html`),
  byNothing('alexa-connectedhome.amazon.com', `${lambdaGuide}/services-alexa.html`),
];

const byPrincipal = new Map(invokeSources.map((source) => [source.principal, source]));

/**
 * What is known about a service principal, or `undefined` for one that is not in the table.
 *
 * The principals of other regions and partitions (`logs.eu-west-1.amazonaws.com`, `sns.amazonaws.com.cn`) stand for the
 * same service.
 */
export function findInvokeSource(principal: string): InvokeSource | undefined {
  const withoutPartition = principal.replace(/\.cn$/, '');
  const region = /^(.+?)\.[a-z]{2}(?:-[a-z]+)+-\d(\.amazonaws\.com)$/.exec(withoutPartition);
  return byPrincipal.get(withoutPartition) ?? (region ? byPrincipal.get(`${region[1]}${region[2]}`) : undefined);
}

function byArn(principal: string, source: string): InvokeSource {
  return { principal, sourceArn: 'sent', sourceAccount: 'not-sent', arnHasAccount: true, source };
}

function byBoth(principal: string, source: string): InvokeSource {
  return { principal, sourceArn: 'sent', sourceAccount: 'sent', arnHasAccount: true, source };
}

function byNothing(principal: string, source: string): InvokeSource {
  return { principal, sourceArn: 'not-sent', sourceAccount: 'not-sent', arnHasAccount: false, source };
}

function eventBridge(page: string): string {
  return `https://docs.aws.amazon.com/eventbridge/latest/userguide/${page}`;
}
