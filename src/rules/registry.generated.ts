// Generated from the files beside it by projenrc/generate/rule-registry.ts.
import type { Rule } from './define-rule';
import s3AccessLog from './bucket/s3-access-log';
import s3AccessPointBpa from './bucket/s3-access-point-bpa';
import s3AclDisabled from './bucket/s3-acl-disabled';
import s3AclPublicRead from './bucket/s3-acl-public-read';
import s3AclPublicWrite from './bucket/s3-acl-public-write';
import s3Bpa from './bucket/s3-bpa';
import s3CorsWildcard from './bucket/s3-cors-wildcard';
import s3EventNotifications from './bucket/s3-event-notifications';
import s3Lifecycle from './bucket/s3-lifecycle';
import s3ObjectLevelTrail from './bucket/s3-object-level-trail';
import s3ObjectLock from './bucket/s3-object-lock';
import s3PolicyCrossAccount from './bucket/s3-policy-cross-account';
import s3PolicyMissing from './bucket/s3-policy-missing';
import s3PolicyNotaction from './bucket/s3-policy-notaction';
import s3PolicyNotprincipal from './bucket/s3-policy-notprincipal';
import s3PolicyPublic from './bucket/s3-policy-public';
import s3PolicyWildcardAction from './bucket/s3-policy-wildcard-action';
import s3Replication from './bucket/s3-replication';
import s3Retain from './bucket/s3-retain';
import s3Sse from './bucket/s3-sse';
import s3SseKms from './bucket/s3-sse-kms';
import s3SslOnly from './bucket/s3-ssl-only';
import s3TrailBucketLog from './bucket/s3-trail-bucket-log';
import s3TrailBucketPublic from './bucket/s3-trail-bucket-public';
import s3Versioning from './bucket/s3-versioning';
import s3VersioningLifecycle from './bucket/s3-versioning-lifecycle';
import s3Website from './bucket/s3-website';
import esmKmsFilter from './function/esm-kms-filter';
import esmNoFilter from './function/esm-no-filter';
import esmRetryUnbounded from './function/esm-retry-unbounded';
import esmSqsNoMaxConcurrency from './function/esm-sqs-no-max-concurrency';
import lambdaAsyncDestination from './function/lambda-async-destination';
import lambdaCrossAccountLayer from './function/lambda-cross-account-layer';
import lambdaDlq from './function/lambda-dlq';
import lambdaEnvCodeInjection from './function/lambda-env-code-injection';
import lambdaEnvDebug from './function/lambda-env-debug';
import lambdaEnvKms from './function/lambda-env-kms';
import lambdaEnvResolvedSecret from './function/lambda-env-resolved-secret';
import lambdaEnvSecret from './function/lambda-env-secret';
import lambdaEsmDestination from './function/lambda-esm-destination';
import lambdaEsmVisibility from './function/lambda-esm-visibility';
import lambdaImageMutableTag from './function/lambda-image-mutable-tag';
import lambdaInlineCodeSecret from './function/lambda-inline-code-secret';
import lambdaLayerPermissionPublic from './function/lambda-layer-permission-public';
import lambdaLogGroup from './function/lambda-log-group';
import lambdaLogsPermission from './function/lambda-logs-permission';
import lambdaPermissionConfusedDeputy from './function/lambda-permission-confused-deputy';
import lambdaPermissionNonInvoke from './function/lambda-permission-non-invoke';
import lambdaPermissionPublic from './function/lambda-permission-public';
import lambdaPermissionTokenPlaintext from './function/lambda-permission-token-plaintext';
import lambdaPermissionWildcard from './function/lambda-permission-wildcard';
import lambdaRecursiveLoop from './function/lambda-recursive-loop';
import lambdaRoleManagedBroad from './function/lambda-role-managed-broad';
import lambdaRoleSelfUpdate from './function/lambda-role-self-update';
import lambdaRoleStar from './function/lambda-role-star';
import lambdaRuntimeDeprecated from './function/lambda-runtime-deprecated';
import lambdaRuntimeEolSoon from './function/lambda-runtime-eol-soon';
import lambdaRuntimeUpdateManual from './function/lambda-runtime-update-manual';
import lambdaS3PermissionSourceAccount from './function/lambda-s3-permission-source-account';
import lambdaTracing from './function/lambda-tracing';
import lambdaUniqueRole from './function/lambda-unique-role';
import lambdaUrlAuthNone from './function/lambda-url-auth-none';
import lambdaUrlCorsWildcard from './function/lambda-url-cors-wildcard';
import lambdaUrlPublicInvoke from './function/lambda-url-public-invoke';
import kmsEnabled from './key/kms-enabled';
import kmsGrants from './key/kms-grants';
import kmsMultiServiceKey from './key/kms-multi-service-key';
import kmsPendingWindow from './key/kms-pending-window';
import kmsRotation from './key/kms-rotation';
import kmsRsaLength from './key/kms-rsa-length';
import kmsWildcardAction from './key/kms-wildcard-action';
import kmsWildcardPrincipal from './key/kms-wildcard-principal';
import logsCmk from './log-group/logs-cmk';
import logsDataProtection from './log-group/logs-data-protection';
import logsDeliveryPublic from './log-group/logs-delivery-public';
import logsRetention from './log-group/logs-retention';

/** Every rule, by thing and id. */
export const rules: readonly Rule[] = [
  s3AccessLog,
  s3AccessPointBpa,
  s3AclDisabled,
  s3AclPublicRead,
  s3AclPublicWrite,
  s3Bpa,
  s3CorsWildcard,
  s3EventNotifications,
  s3Lifecycle,
  s3ObjectLevelTrail,
  s3ObjectLock,
  s3PolicyCrossAccount,
  s3PolicyMissing,
  s3PolicyNotaction,
  s3PolicyNotprincipal,
  s3PolicyPublic,
  s3PolicyWildcardAction,
  s3Replication,
  s3Retain,
  s3Sse,
  s3SseKms,
  s3SslOnly,
  s3TrailBucketLog,
  s3TrailBucketPublic,
  s3Versioning,
  s3VersioningLifecycle,
  s3Website,
  esmKmsFilter,
  esmNoFilter,
  esmRetryUnbounded,
  esmSqsNoMaxConcurrency,
  lambdaAsyncDestination,
  lambdaCrossAccountLayer,
  lambdaDlq,
  lambdaEnvCodeInjection,
  lambdaEnvDebug,
  lambdaEnvKms,
  lambdaEnvResolvedSecret,
  lambdaEnvSecret,
  lambdaEsmDestination,
  lambdaEsmVisibility,
  lambdaImageMutableTag,
  lambdaInlineCodeSecret,
  lambdaLayerPermissionPublic,
  lambdaLogGroup,
  lambdaLogsPermission,
  lambdaPermissionConfusedDeputy,
  lambdaPermissionNonInvoke,
  lambdaPermissionPublic,
  lambdaPermissionTokenPlaintext,
  lambdaPermissionWildcard,
  lambdaRecursiveLoop,
  lambdaRoleManagedBroad,
  lambdaRoleSelfUpdate,
  lambdaRoleStar,
  lambdaRuntimeDeprecated,
  lambdaRuntimeEolSoon,
  lambdaRuntimeUpdateManual,
  lambdaS3PermissionSourceAccount,
  lambdaTracing,
  lambdaUniqueRole,
  lambdaUrlAuthNone,
  lambdaUrlCorsWildcard,
  lambdaUrlPublicInvoke,
  kmsEnabled,
  kmsGrants,
  kmsMultiServiceKey,
  kmsPendingWindow,
  kmsRotation,
  kmsRsaLength,
  kmsWildcardAction,
  kmsWildcardPrincipal,
  logsCmk,
  logsDataProtection,
  logsDeliveryPublic,
  logsRetention,
];
