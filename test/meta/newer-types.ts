/** What a property holds: a value, or properties by name; `*` stands for any name. A list is what each of its items is. */
export type Shape = 'value' | { readonly [name: string]: Shape };

/**
 * Types that CloudFormation has and that the newest `@aws-cdk/aws-service-spec` lacks; the L1s of the newest aws-cdk-lib have them.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.CfnWebFunctionEndpoint.html
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_route53resolver.CfnFirewallConfig.html
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.CfnWebFunctionRevision.html
 */
export const newerTypes: Readonly<Record<string, Shape>> = {
  'AWS::Route53Resolver::FirewallConfig': { FirewallFailOpen: 'value', ResourceId: 'value' },
  'AWS::Lambda::WebFunction': { FunctionName: 'value', Tags: { Key: 'value', Value: 'value' } },
  'AWS::Lambda::WebFunctionEndpoint': {
    AuthType: 'value',
    Description: 'value',
    EndpointName: 'value',
    EndpointType: 'value',
    FunctionName: 'value',
    Regions: 'value',
    RevisionWeights: { RevisionId: 'value', Weight: 'value' },
    ScalingConfig: { MaxEnvironments: 'value' },
    ThrottleConfig: { RateLimit: 'value' },
  },
  'AWS::Lambda::WebFunctionRevision': {
    BuildConfig: {
      CodeConfig: { S3Object: { Bucket: 'value', Key: 'value', VersionId: 'value' } },
      RuntimeConfig: { Runtime: 'value' },
    },
    Description: 'value',
    FunctionName: 'value',
    KmsKeyArn: 'value',
    ServiceConfig: {
      EgressNetworkConnectorArn: 'value',
      EnvironmentVariables: { '*': 'value' },
      ExecutionRoleArn: 'value',
      MaxConcurrencyPerEnvironment: 'value',
      TelemetryConfig: {
        LoggingConfig: { ApplicationLogLevel: 'value', LogGroup: 'value', SystemLogLevel: 'value' },
      },
      TimeoutSeconds: 'value',
    },
  },
};
