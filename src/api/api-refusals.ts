import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { refuseOrigins } from './cors-origins';
import { refuseDomain } from './custom-domain';
import { PublicAccess } from './public-access';
import { refuseOpenPolicy } from './resource-policy';
import { refuseStageOptions } from './stage-guard';
import type { Refusals } from '../refusals/refusals';
import { Sandbox } from '../sandbox/sandbox';

/** Refuses what would make an API less than secure, all of it at once. */
export function refuseApiProps(refusals: Refusals, scope: Construct, props: apigateway.RestApiProps): void {
  refuseDefaultMethodOptions(refusals, props.defaultMethodOptions);
  refuseOrigins(refusals, 'defaultCorsPreflightOptions', props.defaultCorsPreflightOptions);
  refuseStageOptions(refusals, props.deployOptions ?? {});
  refuseOpenPolicy(refusals, scope, props.policy);
  refuseDomain(refusals, 'domainName', props.domainName);
  refusals.addIf(
    props.disableExecuteApiEndpoint === false && props.domainName !== undefined,
    "'disableExecuteApiEndpoint: false' leaves a way past 'domainName'",
    'remove it',
  );
  refusals.addIf(
    props.cloneFrom !== undefined,
    "'cloneFrom' copies methods whose authorization nobody can see here",
    'define the methods',
  );
  refusals.addIf(
    props.cloudWatchRole === false,
    "'cloudWatchRole: false' leaves no role to write logs with",
    "remove it, or give 'logRole: ApiLogRole.alreadyConfigured()' where somebody else sets it for the account",
  );
  refusals.addIf(
    props.cloudWatchRoleRemovalPolicy === RemovalPolicy.DESTROY && !Sandbox.isEnabled(scope),
    "'cloudWatchRoleRemovalPolicy: destroy' ends the logs of every API in the account with this stack",
    "remove it, or call 'Sandbox.enable' on a stack that is to be thrown away",
  );
  refusals.throwIfAny();
}

function refuseDefaultMethodOptions(refusals: Refusals, options: apigateway.MethodOptions | undefined): void {
  refusals.addIf(
    options?.authorizationType === apigateway.AuthorizationType.NONE,
    "'defaultMethodOptions.authorizationType: NONE' lets anybody call every method",
    "remove it (IAM decides then), or give an 'authorizer'",
  );
  refusals.addIf(
    options?.authorizer instanceof PublicAccess,
    "'PublicAccess' in 'defaultMethodOptions' lets anybody call every method, also those that come later",
    'give it to the methods that are public',
  );
}

/** Refuses a validator that leaves out what ours validates. */
export function refuseValidator(refusals: Refusals, options: apigateway.RequestValidatorOptions): void {
  for (const part of ['validateRequestBody', 'validateRequestParameters'] as const) {
    refusals.addIf(
      options[part] === false,
      `'${part}: false' lets through what nobody looked at`,
      'remove it, a method that declares nothing is not held up by it',
    );
  }
}
