import { Lazy, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { opaqueErrorTemplates, requestValidation } from './api-defaults';
import type { ApiFirewall } from './api-firewall';
import { ApiHardening } from './api-hardening';
import { ApiLogRole } from './api-log-role';
import { refuseApiProps, refuseValidator } from './api-refusals';
import { enforcedOnValidator, unguardedMembers, withoutHiddenMethods } from './api-validation';
import { enforcedOnDomain, enforcedOnEndpoint, hasDomain, refuseDomain, withTls } from './custom-domain';
import { addFallbackResponses, errorResponseViolations, refuseGatewayResponse } from './error-responses';
import { withAuthorization } from './method-guard';
import { enforcedOnPolicy, refuseOpenStatement } from './resource-policy';
import { refuseStage } from './stage-guard';
import { enforcedOnTls, hardenTls } from './tls';
import { own } from '../defaults/own-construct';
import { enforce } from '../enforced/enforced';
import { SecureLogGroup } from '../log-group/secure-log-group';
import { Refusals } from '../refusals/refusals';

/**
 * Settings of a `SecureApi`; those that would weaken it are refused.
 */
export interface SecureApiProps extends apigateway.RestApiProps {
  /**
   * What stands between the internet and the API.
   *
   * `ApiFirewall.managed()` costs $9 a month and more, therefore it is yours to choose; not choosing is a finding.
   *
   * @default - nothing, which the gate reports as `apigw-waf`
   */
  readonly waf?: ApiFirewall;

  /**
   * Whose role API Gateway writes its logs with, for all APIs of the account.
   *
   * @default - `ApiLogRole.shared()`, one role for the APIs of this app in the same account and region
   */
  readonly logRole?: ApiLogRole;

  /**
   * Limits and quotas for callers who have an API key, on the API's own stage.
   *
   * An API key says who is counted, not who may call: it authorizes nobody.
   *
   * @default - no usage plan
   */
  readonly usagePlan?: apigateway.UsagePlanProps;
}

/**
 * A REST API that nobody can call without being authorized.
 *
 * An API is the part of a serverless application that the whole internet can touch: one method without authorization
 * is a door, one without limits is a bill. Every method is authorized by IAM unless an authorizer is given, its
 * parameters and bodies are validated, and no test button gets past that. Every stage limits requests, traces them, and
 * logs them as JSON without tokens, encrypted and kept for a year; errors say nothing but an id that the logs know.
 * Callers from browsers come from named origins and speak TLS 1.2, a domain is the only way in once there is one, and a
 * private API lets in its VPC endpoints only.
 *
 * In the place of a `LambdaRestApi` give `defaultIntegration: new LambdaIntegration(handler)`, and call `root.addProxy()`
 * where the function is to have every path.
 *
 * What is your choice: `waf`, the limits (100 requests a second, 200 at once), `PublicAccess.because(reason)` in the
 * place of an authorizer. A method that takes a body wants a model (`requestModels`); the model then counts for every
 * content type, because API Gateway does not validate a type that it was given no model for.
 *
 * Throws for methods without authorization, CORS for `*`, bodies in logs, no log level, no limits, tokens in the
 * access log or another format than JSON, TLS 1.0, a resource policy for everybody, weaker validators, error
 * responses that quote the inside, API keys written into the code, `cloneFrom`, and a log role that is not ours.
 *
 * Adds 4 resources (a validator, two error responses, the access log), 2 more once for an app (the log role, where no
 * other API has made it), 4 with `ApiFirewall.managed()`, and the stack's shared key. Costs $0.50 for each GB of log,
 * $5 for a million traces, and what `waf` says. Metrics for each method (`deployOptions.metricsEnabled`) would be about
 * $1.50 a month for each method that is called, and are your choice; those of the stage are free.
 *
 * *Deployment*: ids are those of `RestApi`, an API that was deployed with it is updated in place; its callers then need
 * `execute-api:Invoke` and TLS 1.2, which takes about 15 minutes to come into force. The role and the account's setting exist before the first stage. The execution log
 * (`API-Gateway-Execution-Logs_<api>/<stage>`) is made by API Gateway, with its own encryption and no end of retention.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/security-best-practices.html
 * @see https://aws.amazon.com/api-gateway/pricing/
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export class SecureApi extends apigateway.RestApi {
  /** Where the access to every stage is logged; made with the first stage that has no other destination. */
  public get accessLogGroup(): logs.ILogGroup | undefined {
    return this.node.tryFindChild('AccessLog') as SecureLogGroup | undefined;
  }

  /** Known only when `super()` is through; until then the L2 attaches its own stage and preflight methods. */
  private readonly hardening: ApiHardening;

  constructor(scope: Construct, id: string, props: SecureApiProps = {}) {
    refuseApiProps(Refusals.ofNew(scope, id), scope, props);
    super(scope, id, own({ ...props, defaultMethodOptions: withAuthorization(props.defaultMethodOptions) }));

    const resource = this.node.defaultChild as apigateway.CfnRestApi;
    this.cloudWatchAccount = (props.logRole ?? ApiLogRole.shared())._settingFor(this);
    const validator = super.addRequestValidator('RequestValidator', requestValidation);
    this.hardening = new ApiHardening(this, {
      validator,
      waf: props.waf,
      logRoleSetting: this.cloudWatchAccount,
      stageOptions: props.deployOptions,
    });
    // A property injector may have taken the default away from the root, and with it from every method.
    Object.assign(this.root, { defaultMethodOptions: withAuthorization(this.root.defaultMethodOptions) });

    addFallbackResponses(this);
    this.methods.forEach((method) => this.hardening.hardenMethod(method));
    const stage = this.deploymentStage as apigateway.Stage | undefined;
    if (stage) this.hardening.hardenStage(stage);
    if (props.usagePlan) this.addUsagePlan('UsagePlan', this.onOwnStage(props.usagePlan));

    const endpoints = props.endpointConfiguration?.vpcEndpoints ?? [];
    if (endpoints.length > 0) this.grantInvokeFromVpcEndpointsOnly(endpoints);

    hardenTls(resource, props.endpointConfiguration?.types ?? props.endpointTypes);
    resource.disableExecuteApiEndpoint = Lazy.any({
      produce: () => props.disableExecuteApiEndpoint ?? (hasDomain(this) ? true : undefined),
    });
    enforce(this, resource, [
      enforcedOnEndpoint(this),
      enforcedOnTls,
      ...enforcedOnPolicy(resource),
      ...withoutHiddenMethods,
    ]);
    enforce(this, validator.node.defaultChild as apigateway.CfnRequestValidator, enforcedOnValidator);
    this.node.addValidation({ validate: () => [...unguardedMembers(this), ...errorResponseViolations(this)] });
  }

  /**
   * Adds a domain of its own, with TLS 1.2; the default endpoint is then off.
   *
   * Throws when the domain would accept TLS 1.0.
   */
  public override addDomainName(id: string, options: apigateway.DomainNameOptions): apigateway.DomainName {
    const refusals = Refusals.of(this);
    refuseDomain(refusals, id, options);
    refusals.throwIfAny();
    const domain = super.addDomainName(id, withTls(options));
    enforce(domain, domain.node.defaultChild as apigateway.CfnDomainName, enforcedOnDomain);
    return domain;
  }

  /**
   * Adds a usage plan, limited as the stage is unless it says otherwise.
   */
  public override addUsagePlan(id: string, props: apigateway.UsagePlanProps = {}): apigateway.UsagePlan {
    return super.addUsagePlan(id, { ...props, throttle: props.throttle ?? this.hardening.limits });
  }

  /**
   * Adds an API key, which is counted and limited by usage plans, and authorizes nobody.
   *
   * Throws when its value is written into the code.
   */
  public override addApiKey(id: string, options: apigateway.ApiKeyOptions = {}): apigateway.IApiKey {
    const refusals = Refusals.of(this);
    refusals.addIf(
      options.value !== undefined && !Token.isUnresolved(options.value),
      `'value' of '${id}' writes the key into the template`,
      'remove it, API Gateway generates one',
    );
    refusals.throwIfAny();
    return super.addApiKey(id, options);
  }

  /**
   * Answers errors of one type differently; without a template callers learn an id and nothing else.
   *
   * Throws when the answer quotes the inside of the API, or lets every web page read it.
   */
  public override addGatewayResponse(
    id: string,
    options: apigateway.GatewayResponseOptions,
  ): apigateway.GatewayResponse {
    const refusals = Refusals.of(this);
    refuseGatewayResponse(refusals, options);
    refusals.throwIfAny();
    return super.addGatewayResponse(id, { ...options, templates: options.templates ?? opaqueErrorTemplates });
  }

  /**
   * Adds a validator for parameters and bodies; methods have one already.
   *
   * Throws when it would leave out either.
   */
  public override addRequestValidator(
    id: string,
    props: apigateway.RequestValidatorOptions,
  ): apigateway.RequestValidator {
    const refusals = Refusals.of(this);
    refuseValidator(refusals, props);
    refusals.throwIfAny();
    return super.addRequestValidator(id, { ...props, ...requestValidation });
  }

  /**
   * Adds a statement to the resource policy.
   *
   * Throws when it lets in everybody.
   */
  public override addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    const refusals = Refusals.of(this);
    refuseOpenStatement(refusals, this, statement);
    refusals.throwIfAny();
    return super.addToResourcePolicy(statement);
  }

  /**
   * Denies whoever does not come through one of these VPC endpoints.
   *
   * Methods that IAM authorizes stay closed to callers whose own policies do not allow them; the L2 would open them to
   * everybody in the account.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
   */
  public override grantInvokeFromVpcEndpointsOnly(vpcEndpoints: ec2.IVpcEndpoint[]): void {
    this.hardening.closeToOtherNetworks(vpcEndpoints);
  }

  /** @internal */
  public override _attachMethod(method: apigateway.Method): void {
    super._attachMethod(method);
    if (this.hardening) this.hardening.hardenMethod(method);
  }

  /** @internal */
  public override _attachStage(stage: apigateway.Stage): void {
    super._attachStage(stage);
    if (!this.hardening) return;
    const refusals = Refusals.of(stage);
    refuseStage(refusals, stage.node.defaultChild as apigateway.CfnStage);
    refusals.throwIfAny();
    this.hardening.hardenStage(stage);
  }

  /** @internal */
  public override _attachDeployment(deployment: apigateway.Deployment): void {
    super._attachDeployment(deployment);
    const { stageName } = deployment.node.findChild('Resource') as apigateway.CfnDeployment;
    const refusals = Refusals.of(deployment);
    refusals.addIf(
      stageName !== undefined,
      `'stageName: ${stageName}' makes a stage without limits and logs`,
      "make it with 'new Stage(this, id, { deployment })'",
    );
    refusals.throwIfAny();
  }

  /**
   * The L2 would give the role an AWS-managed policy, and every API its own.
   *
   * @internal
   */
  protected override _configureCloudWatchRole(): void {}

  private onOwnStage(plan: apigateway.UsagePlanProps): apigateway.UsagePlanProps {
    return { ...plan, apiStages: plan.apiStages ?? (this.deploymentStage ? [{ stage: this.deploymentStage }] : []) };
  }
}
