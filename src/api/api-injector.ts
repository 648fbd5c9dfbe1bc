import type { IPropertyInjector, InjectionContext } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { accessLogFormat } from './access-log';
import { dataTraceEnabled, stageDefaults, tracingEnabled } from './api-defaults';
import { existingLogSetting } from './api-log-role';
import { withTls } from './custom-domain';
import { withAuthorization } from './method-guard';
import { isOwn } from '../defaults/own-construct';
import { SecureLogGroup } from '../log-group/secure-log-group';

/**
 * Gives every raw `apigateway.RestApi` below a scope the defaults of a `SecureApi`.
 *
 * For apps that do not want to change a class yet: methods are authorized by IAM unless an authorizer is given, stages
 * limit, trace and log, domains speak TLS 1.2. What an API is told explicitly stays as it was told, and is judged by the
 * gate; an explicit `undefined` is filled in. A `SecureApi` is left as it is.
 *
 * An injector is given the props of an L2 that is made after it was added, and nothing else. It does not reach
 * `CfnRestApi`, `SpecRestApi` and included templates; methods that say `NONE`, request validators and models; error
 * responses; the permission of the console's test button; a firewall; the resource policy of a private API; stages and
 * domains that are added later; and the AWS-managed policy of the log role.
 *
 * Adds to each API a log group; the log role once for an app, where CDK's feature flag leaves it out; and, where the
 * stack has none, the shared key ($1 a month). Costs $0.50 for each GB of log, and about $1.50 a month for the metrics of
 * each method that is called.
 *
 * *Deployment*: an API that was deployed before is updated in place; its callers then need `execute-api:Invoke`.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 */
export class SecureApiInjector implements IPropertyInjector {
  /**
   * The construct that is injected into.
   */
  public readonly constructUniqueId: string = apigateway.RestApi.PROPERTY_INJECTION_ID;

  /**
   * The props with what they left open.
   *
   * @param originalProps what the API was told
   * @param context where the API is made
   */
  public inject(originalProps: any, context: InjectionContext): any {
    const told = (originalProps ?? {}) as apigateway.RestApiProps;
    if (isOwn(told)) return told;
    const filled: apigateway.RestApiProps = {
      ...told,
      defaultMethodOptions: withAuthorization(told.defaultMethodOptions),
      // The L2 refuses stage options where it makes no stage.
      deployOptions: told.deploy === false ? told.deployOptions : withStageDefaults(told.deployOptions),
      domainName: told.domainName && withTls(told.domainName),
      disableExecuteApiEndpoint: told.disableExecuteApiEndpoint ?? (told.domainName ? true : undefined),
      cloudWatchRole: told.cloudWatchRole ?? existingLogSetting(context.scope) === undefined,
    };
    return filled;
  }
}

function withStageDefaults(options: apigateway.StageOptions = {}): apigateway.StageOptions {
  const said = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const log = options.accessLogDestination
    ? {}
    : {
        accessLogDestination: new OwnLogGroup(),
        accessLogFormat: options.accessLogFormat ?? apigateway.AccessLogFormat.custom(accessLogFormat),
      };
  return {
    ...stageDefaults,
    loggingLevel: apigateway.MethodLoggingLevel.ERROR,
    tracingEnabled,
    dataTraceEnabled,
    ...said,
    ...log,
  };
}

/** The log group is made when the stage asks for it: before that there is no API to put it under. */
class OwnLogGroup implements apigateway.IAccessLogDestination {
  public bind(stage: apigateway.IStage): apigateway.AccessLogDestinationConfig {
    const api = stage.node.scope as Construct;
    const logGroup = (api.node.tryFindChild('AccessLog') as SecureLogGroup) ?? new SecureLogGroup(api, 'AccessLog');
    const setting = existingLogSetting(api);
    if (setting) stage.node.addDependency(setting);
    return { destinationArn: logGroup.logGroupArn };
  }
}
