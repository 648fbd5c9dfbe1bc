import { Lazy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { IDependable } from 'constructs';
import { acknowledgeOtherAuthorization, acknowledgePublicMethod, acknowledgeStage } from './api-acknowledgements';
import { stageDefaults } from './api-defaults';
import type { ApiFirewall } from './api-firewall';
import {
  enforcedOnMethod,
  enforcedOnOwnMethod,
  hardenMethod,
  isPreflightMethod,
  refuseMethod,
  removeTestPermission,
} from './method-guard';
import { PublicAccess } from './public-access';
import { allowThroughEndpoints, denyOtherNetworks, endpointIds } from './resource-policy';
import type { SecureApi } from './secure-api';
import { enforcedOnOwnStage, hardenStage } from './stage-guard';
import { enforce, enforcePresence } from '../enforced/enforced';
import { SecureLogGroup } from '../log-group/secure-log-group';
import { Refusals } from '../refusals/refusals';

/** What an API hardens its members with. */
export interface ApiHardeningProps {
  readonly validator: apigateway.RequestValidator;
  readonly waf?: ApiFirewall;
  /** What has to be there before a stage. */
  readonly logRoleSetting?: IDependable;
  readonly stageOptions?: apigateway.StageOptions;
}

/**
 * What makes the methods and stages of an API of the L2 secure ones, and keeps them so.
 */
export class ApiHardening {
  /** What a stage, and a usage plan, limits callers to. */
  public readonly limits: apigateway.ThrottleSettings;
  private readonly vpcEndpoints = new Set<ec2.IVpcEndpoint>();
  private readonly stages: apigateway.Stage[] = [];

  constructor(
    private readonly api: SecureApi,
    private readonly props: ApiHardeningProps,
  ) {
    this.limits = {
      rateLimit: props.stageOptions?.throttlingRateLimit ?? stageDefaults.throttlingRateLimit,
      burstLimit: props.stageOptions?.throttlingBurstLimit ?? stageDefaults.throttlingBurstLimit,
    };
  }

  /** Denies whoever does not come through one of the endpoints, those of earlier calls among them. */
  public closeToOtherNetworks(vpcEndpoints: readonly ec2.IVpcEndpoint[]): void {
    const first = this.vpcEndpoints.size === 0;
    vpcEndpoints.forEach((endpoint) => this.vpcEndpoints.add(endpoint));
    if (!first || this.vpcEndpoints.size === 0) return;
    this.api.addToResourcePolicy(denyOtherNetworks(() => this.endpointIds()));
    this.api.methods.forEach((method) => this.allowThroughEndpoints(method));
  }

  public hardenMethod(method: apigateway.Method): void {
    const resource = method.node.defaultChild as apigateway.CfnMethod;
    const access = PublicAccess._of(resource.authorizerId);
    if (access) resource.authorizerId = undefined;

    const refusals = Refusals.of(method);
    refuseMethod(refusals, resource, access !== undefined);
    refusals.throwIfAny();

    const preflight = isPreflightMethod(resource);
    const added = hardenMethod(resource, this.props.validator.requestValidatorId);
    this.api.latestDeployment?.addToLogicalId({
      secured: { method: `${method.httpMethod} ${method.resource.path}`, ...added },
    });
    removeTestPermission(method);
    this.narrowSharedPermissions();
    enforce(method, resource, [...enforcedOnMethod(resource, access !== undefined), ...enforcedOnOwnMethod(resource)]);
    if (this.vpcEndpoints.size > 0) this.allowThroughEndpoints(method);

    if (access) acknowledgePublicMethod(resource, access.reason);
    else if (!preflight) acknowledgeOtherAuthorization(resource, String(resource.authorizationType));
  }

  public hardenStage(stage: apigateway.Stage): void {
    const resource = stage.node.defaultChild as apigateway.CfnStage;
    this.stages.push(stage);
    if (this.props.logRoleSetting) stage.node.addDependency(this.props.logRoleSetting);
    hardenStage(resource, () => this.ownLogGroup().logGroupArn);
    const { accessLogGroup } = this.api;
    if (accessLogGroup) enforcePresence(this.api, accessLogGroup.node.defaultChild as logs.CfnLogGroup);
    enforce(stage, resource, enforcedOnOwnStage(resource));
    this.props.waf?._protect(this.api, stage);
    acknowledgeStage(resource);
  }

  /** A permission for all methods is written for all stages, of which the console's test button is one. */
  private narrowSharedPermissions(): void {
    const sourceArn = Lazy.string({
      produce: () => {
        const [stage, another] = this.stages;
        return this.api.arnForExecuteApi('*', '/*', stage && !another ? stage.stageName : '*');
      },
    });
    for (const child of this.api.node.children) {
      if (child instanceof lambda.CfnPermission && child.node.id.startsWith('ApiPermission.ApiScoped.')) {
        child.sourceArn = sourceArn;
      }
    }
  }

  private ownLogGroup(): logs.ILogGroup {
    return this.api.accessLogGroup ?? new SecureLogGroup(this.api, 'AccessLog');
  }

  private allowThroughEndpoints(method: apigateway.Method): void {
    const { authorizationType } = method.node.defaultChild as apigateway.CfnMethod;
    if (authorizationType === apigateway.AuthorizationType.IAM) return;
    this.api.addToResourcePolicy(allowThroughEndpoints(method, () => this.endpointIds()));
  }

  private endpointIds(): string[] {
    return Lazy.list({ produce: () => endpointIds(this.vpcEndpoints) });
  }
}
