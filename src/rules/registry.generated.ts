// Generated from the files beside it by projenrc/generate/rule-registry.ts.
import type { Rule } from './define-rule';
import apigwAccessLog from './api/apigw-access-log';
import apigwAccountDuplicate from './api/apigw-account-duplicate';
import apigwApiKey from './api/apigw-api-key';
import apigwAuthorizerMissing from './api/apigw-authorizer-missing';
import apigwAuthorizerTtl from './api/apigw-authorizer-ttl';
import apigwBodyModel from './api/apigw-body-model';
import apigwCacheEnabled from './api/apigw-cache-enabled';
import apigwCacheEncrypted from './api/apigw-cache-encrypted';
import apigwClientCert from './api/apigw-client-cert';
import apigwCompression from './api/apigw-compression';
import apigwCorsReflected from './api/apigw-cors-reflected';
import apigwCorsWildcard from './api/apigw-cors-wildcard';
import apigwDataTrace from './api/apigw-data-trace';
import apigwDefaultEndpoint from './api/apigw-default-endpoint';
import apigwDomainTls from './api/apigw-domain-tls';
import apigwDomainUnmapped from './api/apigw-domain-unmapped';
import apigwErrorResponses from './api/apigw-error-responses';
import apigwExecLog from './api/apigw-exec-log';
import apigwIncomplete from './api/apigw-incomplete';
import apigwIntegrationCredentialsCaller from './api/apigw-integration-credentials-caller';
import apigwIntegrationHttp from './api/apigw-integration-http';
import apigwIntegrationUnverified from './api/apigw-integration-unverified';
import apigwJwtNoAudience from './api/apigw-jwt-no-audience';
import apigwLogRoleRetain from './api/apigw-log-role-retain';
import apigwLogSensitive from './api/apigw-log-sensitive';
import apigwMethodAuth from './api/apigw-method-auth';
import apigwMetrics from './api/apigw-metrics';
import apigwPrivateEndpoint from './api/apigw-private-endpoint';
import apigwProxyCatchall from './api/apigw-proxy-catchall';
import apigwRequestValidation from './api/apigw-request-validation';
import apigwResourcePolicy from './api/apigw-resource-policy';
import apigwStageVariableSecret from './api/apigw-stage-variable-secret';
import apigwStructuredLog from './api/apigw-structured-log';
import apigwTenantIdFromCaller from './api/apigw-tenant-id-from-caller';
import apigwThrottling from './api/apigw-throttling';
import apigwTlsIncomplete from './api/apigw-tls-incomplete';
import apigwUsagePlan from './api/apigw-usage-plan';
import apigwUsagePlanLimits from './api/apigw-usage-plan-limits';
import apigwValidatorPartial from './api/apigw-validator-partial';
import apigwVerboseErrors from './api/apigw-verbose-errors';
import apigwWaf from './api/apigw-waf';
import apigwXray from './api/apigw-xray';
import apigwv2AccessLog from './api/apigwv2-access-log';
import apigwv2IntegrationTls from './api/apigwv2-integration-tls';
import apigwv2RouteAuth from './api/apigwv2-route-auth';
import authorizerCacheAcrossRoutes from './attack-path/authorizer-cache-across-routes';
import cfWafBypass from './attack-path/cf-waf-bypass';
import codebuildPullRequestDeploys from './attack-path/codebuild-pull-request-deploys';
import dataLeavesAccount from './attack-path/data-leaves-account';
import deliveryRoleSurplus from './attack-path/delivery-role-surplus';
import evbEventInjection from './attack-path/evb-event-injection';
import failureTargetWeaker from './attack-path/failure-target-weaker';
import identityPoolGuestReachesData from './attack-path/identity-pool-guest-reaches-data';
import identityPoolGuestTakesUserRole from './attack-path/identity-pool-guest-takes-user-role';
import identityPoolUsersShareData from './attack-path/identity-pool-users-share-data';
import kmsBlocksDelivery from './attack-path/kms-blocks-delivery';
import kmsCrossAccountRead from './attack-path/kms-cross-account-read';
import lambdaS3Recursion from './attack-path/lambda-s3-recursion';
import logsReadByWorkload from './attack-path/logs-read-by-workload';
import oidcAnyBranchDeploys from './attack-path/oidc-any-branch-deploys';
import publicEntryBroadIntegration from './attack-path/public-entry-broad-integration';
import publicEntryChangesPermissions from './attack-path/public-entry-changes-permissions';
import publicEntryReadsSecrets from './attack-path/public-entry-reads-secrets';
import publicEntryStartsStateMachine from './attack-path/public-entry-starts-state-machine';
import publicEntryWithoutLimit from './attack-path/public-entry-without-limit';
import publicEntryWritesData from './attack-path/public-entry-writes-data';
import roleDeletesBackups from './attack-path/role-deletes-backups';
import roleErasesEvidence from './attack-path/role-erases-evidence';
import roleOpensStore from './attack-path/role-opens-store';
import rolePivotsToFunction from './attack-path/role-pivots-to-function';
import roleReadsOtherEnvironment from './attack-path/role-reads-other-environment';
import roleRewritesItself from './attack-path/role-rewrites-itself';
import roleUpdatesAuthorizer from './attack-path/role-updates-authorizer';
import roleUpdatesUserPoolTrigger from './attack-path/role-updates-user-pool-trigger';
import roleWritesFunctionCode from './attack-path/role-writes-function-code';
import rotationFunctionExposed from './attack-path/rotation-function-exposed';
import s3EventInjection from './attack-path/s3-event-injection';
import s3ExportOwnerUnchecked from './attack-path/s3-export-owner-unchecked';
import s3VersionsErasable from './attack-path/s3-versions-erasable';
import snsEventInjection from './attack-path/sns-event-injection';
import snsSubscriptionLeak from './attack-path/sns-subscription-leak';
import sqsEventInjection from './attack-path/sqs-event-injection';
import sqsRivalConsumer from './attack-path/sqs-rival-consumer';
import triggerLoop from './attack-path/trigger-loop';
import vpceExfiltration from './attack-path/vpce-exfiltration';
import s3AbortUploads from './bucket/s3-abort-uploads';
import s3AccessLog from './bucket/s3-access-log';
import s3AccessLogExpiry from './bucket/s3-access-log-expiry';
import s3AccessPointBpa from './bucket/s3-access-point-bpa';
import s3AclDisabled from './bucket/s3-acl-disabled';
import s3AclPublicRead from './bucket/s3-acl-public-read';
import s3AclPublicWrite from './bucket/s3-acl-public-write';
import s3Bpa from './bucket/s3-bpa';
import s3BucketKey from './bucket/s3-bucket-key';
import s3Cmk from './bucket/s3-cmk';
import s3CorsWildcard from './bucket/s3-cors-wildcard';
import s3DefaultsUnsaid from './bucket/s3-defaults-unsaid';
import s3EventNotifications from './bucket/s3-event-notifications';
import s3Lifecycle from './bucket/s3-lifecycle';
import s3NoncurrentExpiry from './bucket/s3-noncurrent-expiry';
import s3ObjectLevelTrail from './bucket/s3-object-level-trail';
import s3ObjectLock from './bucket/s3-object-lock';
import s3PolicyAnyService from './bucket/s3-policy-any-service';
import s3PolicyCrossAccount from './bucket/s3-policy-cross-account';
import s3PolicyMissing from './bucket/s3-policy-missing';
import s3PolicyNotaction from './bucket/s3-policy-notaction';
import s3PolicyNotprincipal from './bucket/s3-policy-notprincipal';
import s3PolicyPublic from './bucket/s3-policy-public';
import s3PolicyRetain from './bucket/s3-policy-retain';
import s3PolicyWildcardAction from './bucket/s3-policy-wildcard-action';
import s3Replication from './bucket/s3-replication';
import s3Retain from './bucket/s3-retain';
import s3Sse from './bucket/s3-sse';
import s3SseKms from './bucket/s3-sse-kms';
import s3SslOnly from './bucket/s3-ssl-only';
import s3TrailBucketLog from './bucket/s3-trail-bucket-log';
import s3TrailBucketPublic from './bucket/s3-trail-bucket-public';
import s3UploadEncryption from './bucket/s3-upload-encryption';
import s3Versioning from './bucket/s3-versioning';
import s3VersioningLifecycle from './bucket/s3-versioning-lifecycle';
import s3Website from './bucket/s3-website';
import apigwIntegrationDenied from './delivery/apigw-integration-denied';
import apigwLogRoleDenied from './delivery/apigw-log-role-denied';
import deliveryDenied from './delivery/delivery-denied';
import flowLogRoleDenied from './delivery/flow-log-role-denied';
import kmsServiceDenied from './delivery/kms-service-denied';
import lambdaRoleDenied from './delivery/lambda-role-denied';
import roleKeyDenied from './delivery/role-key-denied';
import s3AccessLogDelivery from './delivery/s3-access-log-delivery';
import alarmMissing from './detection/alarm-missing';
import guarddutyEnabled from './detection/guardduty-enabled';
import guarddutyLambda from './detection/guardduty-lambda';
import guarddutyS3 from './detection/guardduty-s3';
import macieEnabled from './detection/macie-enabled';
import trailCwlogs from './detection/trail-cwlogs';
import trailEnabled from './detection/trail-enabled';
import trailEncrypted from './detection/trail-encrypted';
import trailLambdaDataEvents from './detection/trail-lambda-data-events';
import trailMultiRegion from './detection/trail-multi-region';
import trailSns from './detection/trail-sns';
import trailValidation from './detection/trail-validation';
import cfCustomCert from './distribution/cf-custom-cert';
import cfEnabled from './distribution/cf-enabled';
import cfGeo from './distribution/cf-geo';
import cfLambdaUrlOac from './distribution/cf-lambda-url-oac';
import cfLogging from './distribution/cf-logging';
import cfOaiKms from './distribution/cf-oai-kms';
import cfOriginFailover from './distribution/cf-origin-failover';
import cfOriginTls from './distribution/cf-origin-tls';
import cfRootObject from './distribution/cf-root-object';
import cfS3Oac from './distribution/cf-s3-oac';
import cfS3Oai from './distribution/cf-s3-oai';
import cfSignedUrls from './distribution/cf-signed-urls';
import cfSni from './distribution/cf-sni';
import cfViewerHttps from './distribution/cf-viewer-https';
import cfViewerTls from './distribution/cf-viewer-tls';
import cfWaf from './distribution/cf-waf';
import docdbAuditParam from './document-db/docdb-audit-param';
import docdbBackup from './document-db/docdb-backup';
import docdbCmk from './document-db/docdb-cmk';
import docdbDeletionProtection from './document-db/docdb-deletion-protection';
import docdbEncrypted from './document-db/docdb-encrypted';
import docdbLogs from './document-db/docdb-logs';
import docdbPassword from './document-db/docdb-password';
import docdbPort from './document-db/docdb-port';
import docdbTls from './document-db/docdb-tls';
import evbApiDestination from './event-bus/evb-api-destination';
import evbBusCmk from './event-bus/evb-bus-cmk';
import evbBusLogDetail from './event-bus/evb-bus-log-detail';
import evbBusOrg from './event-bus/evb-bus-org';
import evbBusPublic from './event-bus/evb-bus-public';
import evbRuleBroad from './event-bus/evb-rule-broad';
import evbTargetDlq from './event-bus/evb-target-dlq';
import pipesHardening from './event-bus/pipes-hardening';
import pipesRetryUnbounded from './event-bus/pipes-retry-unbounded';
import schedulerHardening from './event-bus/scheduler-hardening';
import wafLogDestination from './firewall/waf-log-destination';
import wafLogRedaction from './firewall/waf-log-redaction';
import wafLog4j from './firewall/waf-log4j';
import wafLogging from './firewall/waf-logging';
import wafMalformed from './firewall/waf-malformed';
import wafManagedRules from './firewall/waf-managed-rules';
import wafMetrics from './firewall/waf-metrics';
import wafNonempty from './firewall/waf-nonempty';
import wafRateLimit from './firewall/waf-rate-limit';
import wafSampledRequests from './firewall/waf-sampled-requests';
import wafScope from './firewall/waf-scope';
import capacityProviderCmk from './function/capacity-provider-cmk';
import capacityProviderShared from './function/capacity-provider-shared';
import capacityProviderUnlimited from './function/capacity-provider-unlimited';
import durablePayloadCmk from './function/durable-payload-cmk';
import durableRetention from './function/durable-retention';
import durableTimeoutExcessive from './function/durable-timeout-excessive';
import ecrLifecycle from './function/ecr-lifecycle';
import ecrPolicyPublic from './function/ecr-policy-public';
import ecrScan from './function/ecr-scan';
import ecrTagMutable from './function/ecr-tag-mutable';
import efsTmpPersistence from './function/efs-tmp-persistence';
import esmBatchFailures from './function/esm-batch-failures';
import esmKmsFilter from './function/esm-kms-filter';
import esmNoFilter from './function/esm-no-filter';
import esmRetryUnbounded from './function/esm-retry-unbounded';
import esmSqsNoMaxConcurrency from './function/esm-sqs-no-max-concurrency';
import lambdaAsyncDestination from './function/lambda-async-destination';
import lambdaAsyncLimits from './function/lambda-async-limits';
import lambdaCodeSigning from './function/lambda-code-signing';
import lambdaCrossAccountLayer from './function/lambda-cross-account-layer';
import lambdaDlq from './function/lambda-dlq';
import lambdaEnvCodeInjection from './function/lambda-env-code-injection';
import lambdaEnvDebug from './function/lambda-env-debug';
import lambdaEnvKeyDenied from './function/lambda-env-key-denied';
import lambdaEnvKms from './function/lambda-env-kms';
import lambdaEnvResolvedSecret from './function/lambda-env-resolved-secret';
import lambdaEnvSecret from './function/lambda-env-secret';
import lambdaEnvTlsOff from './function/lambda-env-tls-off';
import lambdaEsmDestination from './function/lambda-esm-destination';
import lambdaEsmVisibility from './function/lambda-esm-visibility';
import lambdaFailureQueueRetention from './function/lambda-failure-queue-retention';
import lambdaImageMutableTag from './function/lambda-image-mutable-tag';
import lambdaInVpc from './function/lambda-in-vpc';
import lambdaIncomplete from './function/lambda-incomplete';
import lambdaInlineCodeSecret from './function/lambda-inline-code-secret';
import lambdaLatestInvoke from './function/lambda-latest-invoke';
import lambdaLayerPermissionPublic from './function/lambda-layer-permission-public';
import lambdaLogFormat from './function/lambda-log-format';
import lambdaLogGroup from './function/lambda-log-group';
import lambdaLogsPermission from './function/lambda-logs-permission';
import lambdaMemoryDefault from './function/lambda-memory-default';
import lambdaOperatorRoleShared from './function/lambda-operator-role-shared';
import lambdaOrphan from './function/lambda-orphan';
import lambdaPermissionApigwAny from './function/lambda-permission-apigw-any';
import lambdaPermissionConfusedDeputy from './function/lambda-permission-confused-deputy';
import lambdaPermissionMultiPrincipal from './function/lambda-permission-multi-principal';
import lambdaPermissionNonInvoke from './function/lambda-permission-non-invoke';
import lambdaPermissionPublic from './function/lambda-permission-public';
import lambdaPermissionTestInvoke from './function/lambda-permission-test-invoke';
import lambdaPermissionTokenPlaintext from './function/lambda-permission-token-plaintext';
import lambdaPermissionWildcard from './function/lambda-permission-wildcard';
import lambdaPolicyMixed from './function/lambda-policy-mixed';
import lambdaRecursiveLoop from './function/lambda-recursive-loop';
import lambdaReservedConcurrency from './function/lambda-reserved-concurrency';
import lambdaRoleDataWildcard from './function/lambda-role-data-wildcard';
import lambdaRoleIncomplete from './function/lambda-role-incomplete';
import lambdaRoleManagedBroad from './function/lambda-role-managed-broad';
import lambdaRoleSelfUpdate from './function/lambda-role-self-update';
import lambdaRoleStar from './function/lambda-role-star';
import lambdaRoleTrustSource from './function/lambda-role-trust-source';
import lambdaRuntimeDeprecated from './function/lambda-runtime-deprecated';
import lambdaRuntimeEolSoon from './function/lambda-runtime-eol-soon';
import lambdaRuntimeUpdateManual from './function/lambda-runtime-update-manual';
import lambdaS3PermissionSourceAccount from './function/lambda-s3-permission-source-account';
import lambdaStoreNoVpc from './function/lambda-store-no-vpc';
import lambdaTags from './function/lambda-tags';
import lambdaTimeoutDefault from './function/lambda-timeout-default';
import lambdaTimeoutExcessive from './function/lambda-timeout-excessive';
import lambdaTracing from './function/lambda-tracing';
import lambdaUniqueRole from './function/lambda-unique-role';
import lambdaUrlAuthNone from './function/lambda-url-auth-none';
import lambdaUrlCorsWildcard from './function/lambda-url-cors-wildcard';
import lambdaUrlDirectInvoke from './function/lambda-url-direct-invoke';
import lambdaUrlHalfPermission from './function/lambda-url-half-permission';
import lambdaUrlPublicInvoke from './function/lambda-url-public-invoke';
import lambdaVpcCodeEc2 from './function/lambda-vpc-code-ec2';
import lambdaVpcMultiAz from './function/lambda-vpc-multi-az';
import lambdaVpcPublicSubnet from './function/lambda-vpc-public-subnet';
import microvmImageCapabilities from './function/microvm-image-capabilities';
import webFunctionAuthNone from './function/web-function-auth-none';
import webFunctionUnlimited from './function/web-function-unlimited';
import appsyncApiKey from './graphql-api/appsync-api-key';
import appsyncCacheEncryption from './graphql-api/appsync-cache-encryption';
import appsyncIntrospection from './graphql-api/appsync-introspection';
import appsyncLogging from './graphql-api/appsync-logging';
import appsyncPrivate from './graphql-api/appsync-private';
import appsyncVerboseLogs from './graphql-api/appsync-verbose-logs';
import appsyncWaf from './graphql-api/appsync-waf';
import appsyncXray from './graphql-api/appsync-xray';
import kmsAnyContext from './key/kms-any-context';
import kmsAnyKey from './key/kms-any-key';
import kmsDecryptAll from './key/kms-decrypt-all';
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
import logsRetain from './log-group/logs-retain';
import logsRetention from './log-group/logs-retention';
import flowLogAnyAccount from './network/flow-log-any-account';
import lambdaEgress from './network/lambda-egress';
import lambdaEgressUneven from './network/lambda-egress-uneven';
import lambdaEndpointMissing from './network/lambda-endpoint-missing';
import latticeAuthNone from './network/lattice-auth-none';
import latticePolicyAnonymous from './network/lattice-policy-anonymous';
import naclIneffective from './network/nacl-ineffective';
import naclOneWay from './network/nacl-one-way';
import naclOpen from './network/nacl-open';
import networkConnectorDefaultGroup from './network/network-connector-default-group';
import networkIsolatedDns from './network/network-isolated-dns';
import networkIsolatedOpen from './network/network-isolated-open';
import nfwAllowListOpen from './network/nfw-allow-list-open';
import nfwChangeProtection from './network/nfw-change-protection';
import nfwLogging from './network/nfw-logging';
import nfwPassesAll from './network/nfw-passes-all';
import nfwUninspected from './network/nfw-uninspected';
import routeDeadEnd from './network/route-dead-end';
import routeIgw from './network/route-igw';
import sgDefaultClosed from './network/sg-default-closed';
import sgDescription from './network/sg-description';
import sgEgressMissing from './network/sg-egress-missing';
import sgEgressOpen from './network/sg-egress-open';
import sgIngressAdmin from './network/sg-ingress-admin';
import sgIngressOpen from './network/sg-ingress-open';
import sgIngressWideCidr from './network/sg-ingress-wide-cidr';
import sgNoVpc from './network/sg-no-vpc';
import sgOneSided from './network/sg-one-sided';
import sgPortRange from './network/sg-port-range';
import sgProtocolAll from './network/sg-protocol-all';
import sgUnused from './network/sg-unused';
import storeDefaultGroup from './network/store-default-group';
import storeDefaultVpc from './network/store-default-vpc';
import storeNameBlocked from './network/store-name-blocked';
import storeOneZone from './network/store-one-zone';
import storePublicSubnet from './network/store-public-subnet';
import storeUnreachable from './network/store-unreachable';
import subnetDefaultAcl from './network/subnet-default-acl';
import subnetMainRouteTable from './network/subnet-main-route-table';
import subnetPublicIp from './network/subnet-public-ip';
import subnetZone from './network/subnet-zone';
import vpcDnsOpen from './network/vpc-dns-open';
import vpcFlowLog from './network/vpc-flow-log';
import vpcFlowLogPartial from './network/vpc-flow-log-partial';
import vpcHygiene from './network/vpc-hygiene';
import vpcQueryLog from './network/vpc-query-log';
import vpcSharedSubnet from './network/vpc-shared-subnet';
import vpceDefaultGroup from './network/vpce-default-group';
import vpceMissing from './network/vpce-missing';
import vpceOneZone from './network/vpce-one-zone';
import vpcePolicyOpen from './network/vpce-policy-open';
import vpcePolicyPerimeter from './network/vpce-policy-perimeter';
import vpcePrivateDns from './network/vpce-private-dns';
import vpceServiceAcceptance from './network/vpce-service-acceptance';
import vpceServicePublic from './network/vpce-service-public';
import kmsUseByCode from './policy/kms-use-by-code';
import policyAllowDenied from './policy/policy-allow-denied';
import policyConditionEmpty from './policy/policy-condition-empty';
import policyConditionImpossible from './policy/policy-condition-impossible';
import policyDeniesRoot from './policy/policy-denies-root';
import policyDeniesServices from './policy/policy-denies-services';
import policyLockout from './policy/policy-lockout';
import policyMalformed from './policy/policy-malformed';
import policyOverwritten from './policy/policy-overwritten';
import policyUnattached from './policy/policy-unattached';
import policyUnknownAction from './policy/policy-unknown-action';
import policyUseDenied from './policy/policy-use-denied';
import policyVersion from './policy/policy-version';
import sqsCmk from './queue/sqs-cmk';
import sqsDlq from './queue/sqs-dlq';
import sqsDlqEncryption from './queue/sqs-dlq-encryption';
import sqsDlqRetention from './queue/sqs-dlq-retention';
import sqsPolicyNotaction from './queue/sqs-policy-notaction';
import sqsPolicyNotprincipal from './queue/sqs-policy-notprincipal';
import sqsPolicyPublic from './queue/sqs-policy-public';
import sqsPolicyWildcardAction from './queue/sqs-policy-wildcard-action';
import sqsSse from './queue/sqs-sse';
import sqsSslOnly from './queue/sqs-ssl-only';
import iamAccessKey from './role/iam-access-key';
import iamAdmin from './role/iam-admin';
import iamAwsManaged from './role/iam-aws-managed';
import iamCredentialsExposure from './role/iam-credentials-exposure';
import iamInline from './role/iam-inline';
import iamNoBoundary from './role/iam-no-boundary';
import iamNotaction from './role/iam-notaction';
import iamNotresource from './role/iam-notresource';
import iamPassrole from './role/iam-passrole';
import iamPermissionsManagement from './role/iam-permissions-management';
import iamPrivesc from './role/iam-privesc';
import iamRoleOrphan from './role/iam-role-orphan';
import iamTrustExternalId from './role/iam-trust-external-id';
import iamTrustNotaction from './role/iam-trust-notaction';
import iamTrustNotprincipal from './role/iam-trust-notprincipal';
import iamTrustWildcard from './role/iam-trust-wildcard';
import iamUserGroup from './role/iam-user-group';
import iamUserPassword from './role/iam-user-password';
import iamUserPolicy from './role/iam-user-policy';
import iamWildcardAction from './role/iam-wildcard-action';
import iamWildcardName from './role/iam-wildcard-name';
import iamWildcardResource from './role/iam-wildcard-resource';
import oidcTrustWide from './role/oidc-trust-wide';
import queueTopicConfusedDeputy from './role/queue-topic-confused-deputy';
import roleTrustAnyService from './role/role-trust-any-service';
import roleTrustConfusedDeputy from './role/role-trust-confused-deputy';
import secretCmk from './secret/secret-cmk';
import secretDeletable from './secret/secret-deletable';
import secretEmpty from './secret/secret-empty';
import secretLiteral from './secret/secret-literal';
import secretOpenToAccount from './secret/secret-open-to-account';
import secretParamDefault from './secret/secret-param-default';
import secretPerimeter from './secret/secret-perimeter';
import secretPolicyBlockPublic from './secret/secret-policy-block-public';
import secretPolicyPublic from './secret/secret-policy-public';
import secretPolicyRetain from './secret/secret-policy-retain';
import secretReadMissing from './secret/secret-read-missing';
import secretRetain from './secret/secret-retain';
import secretRotation from './secret/secret-rotation';
import secretRotationDenied from './secret/secret-rotation-denied';
import secretUseDenied from './secret/secret-use-denied';
import ssmParamPlain from './secret/ssm-param-plain';
import ssmParamSecret from './secret/ssm-param-secret';
import templateSecret from './secret/template-secret';
import retainHalved from './stack/retain-halved';
import sfnCmk from './state-machine/sfn-cmk';
import sfnDefinitionSecret from './state-machine/sfn-definition-secret';
import sfnExecutionData from './state-machine/sfn-execution-data';
import sfnLogging from './state-machine/sfn-logging';
import sfnNoCatch from './state-machine/sfn-no-catch';
import sfnRoleStar from './state-machine/sfn-role-star';
import sfnXray from './state-machine/sfn-xray';
import firehoseSecret from './stream/firehose-secret';
import firehoseSse from './stream/firehose-sse';
import kinesisCmk from './stream/kinesis-cmk';
import kinesisRetention from './stream/kinesis-retention';
import kinesisSse from './stream/kinesis-sse';
import ddbAutoscaling from './table/ddb-autoscaling';
import ddbBackupPlan from './table/ddb-backup-plan';
import ddbBillingMode from './table/ddb-billing-mode';
import ddbCmk from './table/ddb-cmk';
import ddbDeletionProtection from './table/ddb-deletion-protection';
import ddbPitr from './table/ddb-pitr';
import ddbResourcePolicy from './table/ddb-resource-policy';
import ddbTtlSensitive from './table/ddb-ttl-sensitive';
import snsCmk from './topic/sns-cmk';
import snsDeliveryLogging from './topic/sns-delivery-logging';
import snsPolicyNotaction from './topic/sns-policy-notaction';
import snsPolicyNotprincipal from './topic/sns-policy-notprincipal';
import snsPolicyPublic from './topic/sns-policy-public';
import snsPolicyWildcardAction from './topic/sns-policy-wildcard-action';
import snsRawCrossAccount from './topic/sns-raw-cross-account';
import snsSse from './topic/sns-sse';
import snsSslOnly from './topic/sns-ssl-only';
import snsSubscriptionDlq from './topic/sns-subscription-dlq';
import snsSubscriptionHttp from './topic/sns-subscription-http';
import cognitoApigwAuthorizer from './user-pool/cognito-apigw-authorizer';
import cognitoCallbackHttp from './user-pool/cognito-callback-http';
import cognitoCallbackPlaceholder from './user-pool/cognito-callback-placeholder';
import cognitoClientAdminScope from './user-pool/cognito-client-admin-scope';
import cognitoClientEnumeration from './user-pool/cognito-client-enumeration';
import cognitoClientFlows from './user-pool/cognito-client-flows';
import cognitoClientTokens from './user-pool/cognito-client-tokens';
import cognitoDeletionProtection from './user-pool/cognito-deletion-protection';
import cognitoIdentityClassicFlow from './user-pool/cognito-identity-classic-flow';
import cognitoIdpHttp from './user-pool/cognito-idp-http';
import cognitoMfa from './user-pool/cognito-mfa';
import cognitoPassword from './user-pool/cognito-password';
import cognitoRefreshRotation from './user-pool/cognito-refresh-rotation';
import cognitoSelfSignup from './user-pool/cognito-self-signup';
import cognitoThreatProtection from './user-pool/cognito-threat-protection';
import cognitoUnauthIdentities from './user-pool/cognito-unauth-identities';
import cognitoWaf from './user-pool/cognito-waf';
import cognitoWritableClaims from './user-pool/cognito-writable-claims';

/** Every rule, by thing and id. */
export const rules: readonly Rule[] = [
  apigwAccessLog,
  apigwAccountDuplicate,
  apigwApiKey,
  apigwAuthorizerMissing,
  apigwAuthorizerTtl,
  apigwBodyModel,
  apigwCacheEnabled,
  apigwCacheEncrypted,
  apigwClientCert,
  apigwCompression,
  apigwCorsReflected,
  apigwCorsWildcard,
  apigwDataTrace,
  apigwDefaultEndpoint,
  apigwDomainTls,
  apigwDomainUnmapped,
  apigwErrorResponses,
  apigwExecLog,
  apigwIncomplete,
  apigwIntegrationCredentialsCaller,
  apigwIntegrationHttp,
  apigwIntegrationUnverified,
  apigwJwtNoAudience,
  apigwLogRoleRetain,
  apigwLogSensitive,
  apigwMethodAuth,
  apigwMetrics,
  apigwPrivateEndpoint,
  apigwProxyCatchall,
  apigwRequestValidation,
  apigwResourcePolicy,
  apigwStageVariableSecret,
  apigwStructuredLog,
  apigwTenantIdFromCaller,
  apigwThrottling,
  apigwTlsIncomplete,
  apigwUsagePlan,
  apigwUsagePlanLimits,
  apigwValidatorPartial,
  apigwVerboseErrors,
  apigwWaf,
  apigwXray,
  apigwv2AccessLog,
  apigwv2IntegrationTls,
  apigwv2RouteAuth,
  authorizerCacheAcrossRoutes,
  cfWafBypass,
  codebuildPullRequestDeploys,
  dataLeavesAccount,
  deliveryRoleSurplus,
  evbEventInjection,
  failureTargetWeaker,
  identityPoolGuestReachesData,
  identityPoolGuestTakesUserRole,
  identityPoolUsersShareData,
  kmsBlocksDelivery,
  kmsCrossAccountRead,
  lambdaS3Recursion,
  logsReadByWorkload,
  oidcAnyBranchDeploys,
  publicEntryBroadIntegration,
  publicEntryChangesPermissions,
  publicEntryReadsSecrets,
  publicEntryStartsStateMachine,
  publicEntryWithoutLimit,
  publicEntryWritesData,
  roleDeletesBackups,
  roleErasesEvidence,
  roleOpensStore,
  rolePivotsToFunction,
  roleReadsOtherEnvironment,
  roleRewritesItself,
  roleUpdatesAuthorizer,
  roleUpdatesUserPoolTrigger,
  roleWritesFunctionCode,
  rotationFunctionExposed,
  s3EventInjection,
  s3ExportOwnerUnchecked,
  s3VersionsErasable,
  snsEventInjection,
  snsSubscriptionLeak,
  sqsEventInjection,
  sqsRivalConsumer,
  triggerLoop,
  vpceExfiltration,
  s3AbortUploads,
  s3AccessLog,
  s3AccessLogExpiry,
  s3AccessPointBpa,
  s3AclDisabled,
  s3AclPublicRead,
  s3AclPublicWrite,
  s3Bpa,
  s3BucketKey,
  s3Cmk,
  s3CorsWildcard,
  s3DefaultsUnsaid,
  s3EventNotifications,
  s3Lifecycle,
  s3NoncurrentExpiry,
  s3ObjectLevelTrail,
  s3ObjectLock,
  s3PolicyAnyService,
  s3PolicyCrossAccount,
  s3PolicyMissing,
  s3PolicyNotaction,
  s3PolicyNotprincipal,
  s3PolicyPublic,
  s3PolicyRetain,
  s3PolicyWildcardAction,
  s3Replication,
  s3Retain,
  s3Sse,
  s3SseKms,
  s3SslOnly,
  s3TrailBucketLog,
  s3TrailBucketPublic,
  s3UploadEncryption,
  s3Versioning,
  s3VersioningLifecycle,
  s3Website,
  apigwIntegrationDenied,
  apigwLogRoleDenied,
  deliveryDenied,
  flowLogRoleDenied,
  kmsServiceDenied,
  lambdaRoleDenied,
  roleKeyDenied,
  s3AccessLogDelivery,
  alarmMissing,
  guarddutyEnabled,
  guarddutyLambda,
  guarddutyS3,
  macieEnabled,
  trailCwlogs,
  trailEnabled,
  trailEncrypted,
  trailLambdaDataEvents,
  trailMultiRegion,
  trailSns,
  trailValidation,
  cfCustomCert,
  cfEnabled,
  cfGeo,
  cfLambdaUrlOac,
  cfLogging,
  cfOaiKms,
  cfOriginFailover,
  cfOriginTls,
  cfRootObject,
  cfS3Oac,
  cfS3Oai,
  cfSignedUrls,
  cfSni,
  cfViewerHttps,
  cfViewerTls,
  cfWaf,
  docdbAuditParam,
  docdbBackup,
  docdbCmk,
  docdbDeletionProtection,
  docdbEncrypted,
  docdbLogs,
  docdbPassword,
  docdbPort,
  docdbTls,
  evbApiDestination,
  evbBusCmk,
  evbBusLogDetail,
  evbBusOrg,
  evbBusPublic,
  evbRuleBroad,
  evbTargetDlq,
  pipesHardening,
  pipesRetryUnbounded,
  schedulerHardening,
  wafLogDestination,
  wafLogRedaction,
  wafLog4j,
  wafLogging,
  wafMalformed,
  wafManagedRules,
  wafMetrics,
  wafNonempty,
  wafRateLimit,
  wafSampledRequests,
  wafScope,
  capacityProviderCmk,
  capacityProviderShared,
  capacityProviderUnlimited,
  durablePayloadCmk,
  durableRetention,
  durableTimeoutExcessive,
  ecrLifecycle,
  ecrPolicyPublic,
  ecrScan,
  ecrTagMutable,
  efsTmpPersistence,
  esmBatchFailures,
  esmKmsFilter,
  esmNoFilter,
  esmRetryUnbounded,
  esmSqsNoMaxConcurrency,
  lambdaAsyncDestination,
  lambdaAsyncLimits,
  lambdaCodeSigning,
  lambdaCrossAccountLayer,
  lambdaDlq,
  lambdaEnvCodeInjection,
  lambdaEnvDebug,
  lambdaEnvKeyDenied,
  lambdaEnvKms,
  lambdaEnvResolvedSecret,
  lambdaEnvSecret,
  lambdaEnvTlsOff,
  lambdaEsmDestination,
  lambdaEsmVisibility,
  lambdaFailureQueueRetention,
  lambdaImageMutableTag,
  lambdaInVpc,
  lambdaIncomplete,
  lambdaInlineCodeSecret,
  lambdaLatestInvoke,
  lambdaLayerPermissionPublic,
  lambdaLogFormat,
  lambdaLogGroup,
  lambdaLogsPermission,
  lambdaMemoryDefault,
  lambdaOperatorRoleShared,
  lambdaOrphan,
  lambdaPermissionApigwAny,
  lambdaPermissionConfusedDeputy,
  lambdaPermissionMultiPrincipal,
  lambdaPermissionNonInvoke,
  lambdaPermissionPublic,
  lambdaPermissionTestInvoke,
  lambdaPermissionTokenPlaintext,
  lambdaPermissionWildcard,
  lambdaPolicyMixed,
  lambdaRecursiveLoop,
  lambdaReservedConcurrency,
  lambdaRoleDataWildcard,
  lambdaRoleIncomplete,
  lambdaRoleManagedBroad,
  lambdaRoleSelfUpdate,
  lambdaRoleStar,
  lambdaRoleTrustSource,
  lambdaRuntimeDeprecated,
  lambdaRuntimeEolSoon,
  lambdaRuntimeUpdateManual,
  lambdaS3PermissionSourceAccount,
  lambdaStoreNoVpc,
  lambdaTags,
  lambdaTimeoutDefault,
  lambdaTimeoutExcessive,
  lambdaTracing,
  lambdaUniqueRole,
  lambdaUrlAuthNone,
  lambdaUrlCorsWildcard,
  lambdaUrlDirectInvoke,
  lambdaUrlHalfPermission,
  lambdaUrlPublicInvoke,
  lambdaVpcCodeEc2,
  lambdaVpcMultiAz,
  lambdaVpcPublicSubnet,
  microvmImageCapabilities,
  webFunctionAuthNone,
  webFunctionUnlimited,
  appsyncApiKey,
  appsyncCacheEncryption,
  appsyncIntrospection,
  appsyncLogging,
  appsyncPrivate,
  appsyncVerboseLogs,
  appsyncWaf,
  appsyncXray,
  kmsAnyContext,
  kmsAnyKey,
  kmsDecryptAll,
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
  logsRetain,
  logsRetention,
  flowLogAnyAccount,
  lambdaEgress,
  lambdaEgressUneven,
  lambdaEndpointMissing,
  latticeAuthNone,
  latticePolicyAnonymous,
  naclIneffective,
  naclOneWay,
  naclOpen,
  networkConnectorDefaultGroup,
  networkIsolatedDns,
  networkIsolatedOpen,
  nfwAllowListOpen,
  nfwChangeProtection,
  nfwLogging,
  nfwPassesAll,
  nfwUninspected,
  routeDeadEnd,
  routeIgw,
  sgDefaultClosed,
  sgDescription,
  sgEgressMissing,
  sgEgressOpen,
  sgIngressAdmin,
  sgIngressOpen,
  sgIngressWideCidr,
  sgNoVpc,
  sgOneSided,
  sgPortRange,
  sgProtocolAll,
  sgUnused,
  storeDefaultGroup,
  storeDefaultVpc,
  storeNameBlocked,
  storeOneZone,
  storePublicSubnet,
  storeUnreachable,
  subnetDefaultAcl,
  subnetMainRouteTable,
  subnetPublicIp,
  subnetZone,
  vpcDnsOpen,
  vpcFlowLog,
  vpcFlowLogPartial,
  vpcHygiene,
  vpcQueryLog,
  vpcSharedSubnet,
  vpceDefaultGroup,
  vpceMissing,
  vpceOneZone,
  vpcePolicyOpen,
  vpcePolicyPerimeter,
  vpcePrivateDns,
  vpceServiceAcceptance,
  vpceServicePublic,
  kmsUseByCode,
  policyAllowDenied,
  policyConditionEmpty,
  policyConditionImpossible,
  policyDeniesRoot,
  policyDeniesServices,
  policyLockout,
  policyMalformed,
  policyOverwritten,
  policyUnattached,
  policyUnknownAction,
  policyUseDenied,
  policyVersion,
  sqsCmk,
  sqsDlq,
  sqsDlqEncryption,
  sqsDlqRetention,
  sqsPolicyNotaction,
  sqsPolicyNotprincipal,
  sqsPolicyPublic,
  sqsPolicyWildcardAction,
  sqsSse,
  sqsSslOnly,
  iamAccessKey,
  iamAdmin,
  iamAwsManaged,
  iamCredentialsExposure,
  iamInline,
  iamNoBoundary,
  iamNotaction,
  iamNotresource,
  iamPassrole,
  iamPermissionsManagement,
  iamPrivesc,
  iamRoleOrphan,
  iamTrustExternalId,
  iamTrustNotaction,
  iamTrustNotprincipal,
  iamTrustWildcard,
  iamUserGroup,
  iamUserPassword,
  iamUserPolicy,
  iamWildcardAction,
  iamWildcardName,
  iamWildcardResource,
  oidcTrustWide,
  queueTopicConfusedDeputy,
  roleTrustAnyService,
  roleTrustConfusedDeputy,
  secretCmk,
  secretDeletable,
  secretEmpty,
  secretLiteral,
  secretOpenToAccount,
  secretParamDefault,
  secretPerimeter,
  secretPolicyBlockPublic,
  secretPolicyPublic,
  secretPolicyRetain,
  secretReadMissing,
  secretRetain,
  secretRotation,
  secretRotationDenied,
  secretUseDenied,
  ssmParamPlain,
  ssmParamSecret,
  templateSecret,
  retainHalved,
  sfnCmk,
  sfnDefinitionSecret,
  sfnExecutionData,
  sfnLogging,
  sfnNoCatch,
  sfnRoleStar,
  sfnXray,
  firehoseSecret,
  firehoseSse,
  kinesisCmk,
  kinesisRetention,
  kinesisSse,
  ddbAutoscaling,
  ddbBackupPlan,
  ddbBillingMode,
  ddbCmk,
  ddbDeletionProtection,
  ddbPitr,
  ddbResourcePolicy,
  ddbTtlSensitive,
  snsCmk,
  snsDeliveryLogging,
  snsPolicyNotaction,
  snsPolicyNotprincipal,
  snsPolicyPublic,
  snsPolicyWildcardAction,
  snsRawCrossAccount,
  snsSse,
  snsSslOnly,
  snsSubscriptionDlq,
  snsSubscriptionHttp,
  cognitoApigwAuthorizer,
  cognitoCallbackHttp,
  cognitoCallbackPlaceholder,
  cognitoClientAdminScope,
  cognitoClientEnumeration,
  cognitoClientFlows,
  cognitoClientTokens,
  cognitoDeletionProtection,
  cognitoIdentityClassicFlow,
  cognitoIdpHttp,
  cognitoMfa,
  cognitoPassword,
  cognitoRefreshRotation,
  cognitoSelfSignup,
  cognitoThreatProtection,
  cognitoUnauthIdentities,
  cognitoWaf,
  cognitoWritableClaims,
];
