import { Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { accessLogFault, accessLogFormat } from './access-log';
import { cacheDataEncrypted, dataTraceEnabled, stageDefaults, tracingEnabled } from './api-defaults';
import type { EnforcedProperty } from '../enforced/enforced';
import type { Refusals } from '../refusals/refusals';

type Setting = apigateway.CfnStage.MethodSettingProperty;

/** What applies to every method of a stage that is not named in a setting of its own. */
const everyMethod = { httpMethod: '*', resourcePath: '/*' };

/** Gives a stage what it was not given; what it was given is kept, if it is as secure. */
export function hardenStage(stage: apigateway.CfnStage, logGroupArn: () => string): void {
  stage.tracingEnabled ??= tracingEnabled;
  stage.accessLogSetting ??= { destinationArn: logGroupArn(), format: accessLogFormat };
  const log = stage.accessLogSetting as apigateway.CfnStage.AccessLogSettingProperty;
  // Nobody asked for what the L2 writes where a destination is given alone; who does is refused.
  if (log.format === apigateway.AccessLogFormat.clf().toString()) {
    stage.accessLogSetting = { ...log, format: accessLogFormat };
  }

  const caches = stage.cacheClusterEnabled === true;
  const written = settingsOf(stage);
  const common = hardened({ ...stageDefaults, ...everyMethod, ...given(written.find(isCommon)) }, caches);
  stage.methodSettings = [
    common,
    // A method that has a setting of its own takes over nothing from the stage's.
    ...written
      .filter((setting) => !isCommon(setting))
      .map((setting) => hardened({ ...inherited(common), ...given(setting) }, caches)),
  ];
}

/** Refuses what somebody asked of a stage: the props of the API's own stage, or a stage that was added to it. */
export function refuseStageOptions(refusals: Refusals, options: apigateway.StageOptions): void {
  refuseSetting(refusals, 'deployOptions', options);
  for (const [path, setting] of Object.entries(options.methodOptions ?? {})) {
    refuseSetting(refusals, `methodOptions['${path}']`, setting);
  }
  refuseFormat(refusals, options.accessLogFormat?.toString());
}

export function refuseStage(refusals: Refusals, stage: apigateway.CfnStage): void {
  for (const setting of settingsOf(stage)) {
    refuseSetting(refusals, isCommon(setting) ? 'the stage' : `${setting.resourcePath}/${setting.httpMethod}`, setting);
  }
  const log = stage.accessLogSetting as apigateway.CfnStage.AccessLogSettingProperty | undefined;
  refuseFormat(refusals, log?.format);
}

/** What no escape hatch, aspect or mixin takes from a stage, and where it logs to, which was its owner's choice. */
export function enforcedOnOwnStage(stage: apigateway.CfnStage): EnforcedProperty[] {
  const log = stage.accessLogSetting as apigateway.CfnStage.AccessLogSettingProperty | undefined;
  return [
    ...enforcedOnStage,
    {
      path: 'AccessLogSetting.DestinationArn',
      value: log?.destinationArn,
      rule: 'apigw-access-log',
      instead: "give another destination as 'accessLogDestination'",
    },
  ];
}

/** What every stage of the API has to have. */
export const enforcedOnStage: readonly EnforcedProperty[] = [
  {
    path: 'AccessLogSetting.DestinationArn',
    accepts: (got) => got !== undefined && got !== '',
    rule: 'apigw-access-log',
    instead: 'keep a destination for the access log',
  },
  {
    path: 'AccessLogSetting.Format',
    accepts: (got) => got !== undefined && accessLogFault(got) === undefined,
    rule: 'apigw-log-sensitive',
    instead: 'log JSON without tokens, keys and bodies',
  },
  {
    path: 'MethodSettings',
    accepts: (got) => everyWritten(got, (setting) => setting.DataTraceEnabled !== true),
    rule: 'apigw-data-trace',
    instead: "remove 'DataTraceEnabled', bodies hold what people sent in confidence",
  },
  {
    path: 'MethodSettings',
    accepts: (got) => everyWritten(got, ({ LoggingLevel }) => LoggingLevel !== undefined && LoggingLevel !== 'OFF'),
    rule: 'apigw-exec-log',
    instead: "keep 'LoggingLevel' at 'ERROR' (or 'INFO') for every method",
  },
  {
    path: 'MethodSettings',
    accepts: (got) =>
      everyWritten(got, (setting) => isLimit(setting.ThrottlingRateLimit) && isLimit(setting.ThrottlingBurstLimit)),
    rule: 'apigw-throttling',
    instead: "keep 'ThrottlingRateLimit' and 'ThrottlingBurstLimit' for every method",
  },
  {
    path: 'MethodSettings',
    accepts: (got) =>
      everyWritten(got, (setting) => setting.CachingEnabled !== true || setting.CacheDataEncrypted === true),
    rule: 'apigw-cache-encrypted',
    instead: "keep 'CacheDataEncrypted' where 'CachingEnabled' is on",
  },
];

function hardened(setting: Setting, caches: boolean): Setting {
  const caching = caches || setting.cachingEnabled === true;
  return { ...setting, dataTraceEnabled, ...(caching ? { cacheDataEncrypted } : {}) };
}

function inherited(common: Setting): Partial<Setting> {
  const { loggingLevel, metricsEnabled, throttlingRateLimit, throttlingBurstLimit } = common;
  return { loggingLevel, metricsEnabled, throttlingRateLimit, throttlingBurstLimit };
}

/** The L2 writes `undefined` for what was not said; that must not erase a default. */
function given(setting: Setting | undefined): Setting {
  return Object.fromEntries(Object.entries(setting ?? {}).filter(([, value]) => value !== undefined));
}

function settingsOf(stage: apigateway.CfnStage): Setting[] {
  return Array.isArray(stage.methodSettings) ? (stage.methodSettings as Setting[]) : [];
}

function isCommon({ httpMethod, resourcePath }: Setting): boolean {
  return httpMethod === everyMethod.httpMethod && resourcePath === everyMethod.resourcePath;
}

function refuseSetting(refusals: Refusals, where: string, setting: apigateway.MethodDeploymentOptions | Setting): void {
  refusals.addIf(
    setting.dataTraceEnabled === true,
    `'dataTraceEnabled: true' in ${where} writes whole requests and answers into the log`,
    "remove it, the access log and 'loggingLevel' say what happened",
  );
  refusals.addIf(
    setting.loggingLevel === 'OFF',
    `'loggingLevel: OFF' in ${where} leaves no trace of what failed`,
    "remove it, or use 'MethodLoggingLevel.ERROR'",
  );
  refusals.addIf(
    setting.cacheDataEncrypted === false,
    `'cacheDataEncrypted: false' in ${where} stores answers unencrypted`,
    'remove it',
  );
  for (const limit of ['throttlingRateLimit', 'throttlingBurstLimit'] as const) {
    const got = setting[limit];
    refusals.addIf(
      got !== undefined && !isLimit(got),
      `'${limit}: ${String(got)}' in ${where} limits nothing`,
      'write how many requests the API can answer and you would pay for',
    );
  }
}

function refuseFormat(refusals: Refusals, format: unknown): void {
  const fault = accessLogFault(format);
  refusals.addIf(fault !== undefined, `${fault}`, "use 'AccessLogFormat.custom' with JSON of fields that may be read");
}

interface WrittenSetting {
  readonly HttpMethod?: unknown;
  readonly ResourcePath?: unknown;
  readonly DataTraceEnabled?: unknown;
  readonly LoggingLevel?: unknown;
  readonly ThrottlingRateLimit?: unknown;
  readonly ThrottlingBurstLimit?: unknown;
  readonly CachingEnabled?: unknown;
  readonly CacheDataEncrypted?: unknown;
}

function everyWritten(got: unknown, accepts: (setting: WrittenSetting) => boolean): boolean {
  if (!Array.isArray(got)) return false;
  const settings = got as WrittenSetting[];
  return (
    settings.some(
      ({ HttpMethod, ResourcePath }) =>
        HttpMethod === everyMethod.httpMethod && ResourcePath === everyMethod.resourcePath,
    ) && settings.every(accepts)
  );
}

/** A token is a number that is known at deployment. API Gateway takes -1 for no limit. */
function isLimit(got: unknown): boolean {
  if (got === undefined || got === null) return false;
  return typeof got === 'object' || Token.isUnresolved(got) || Number(got) >= 0;
}
