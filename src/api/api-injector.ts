import type { IPropertyInjector, InjectionContext } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { accessLogFormat } from './access-log';
import { dataTraceEnabled, stageDefaults, tracingEnabled } from './api-defaults';
import { existingLogSetting } from './api-log-role';
import { withTls } from './custom-domain';
import { withAuthorization } from './method-guard';
import { SecureLogGroup } from '../log-group/secure-log-group';

/**
 * The defaults of `SecureApi` for every raw `RestApi` below a scope.
 *
 * Fills in what was not said: authorization by IAM, limits, logs, traces, TLS 1.2. It is given the props of the API
 * only, so that it reaches neither a method that says `NONE` nor models, error responses, permissions of the test
 * button, the firewall, or a stage that is added later; the gate reports those.
 */
export class RestApiDefaults implements IPropertyInjector {
  public readonly constructUniqueId = apigateway.RestApi.PROPERTY_INJECTION_ID;

  public inject(
    originalProps: apigateway.RestApiProps | undefined,
    context: InjectionContext,
  ): apigateway.RestApiProps {
    const props = originalProps ?? {};
    const { deploy, deployOptions, defaultMethodOptions, domainName, disableExecuteApiEndpoint } = props;
    return {
      ...props,
      defaultMethodOptions: withAuthorization(defaultMethodOptions),
      deployOptions: deploy === false ? deployOptions : withStageDefaults(deployOptions),
      domainName: domainName && withTls(domainName),
      disableExecuteApiEndpoint: disableExecuteApiEndpoint ?? (domainName ? true : undefined),
      cloudWatchRole: props.cloudWatchRole ?? existingLogSetting(context.scope) === undefined,
    };
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
