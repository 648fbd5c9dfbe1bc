import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledgeLogRole } from './api-acknowledgements';
import { logRoleActions } from './api-defaults';
import { enforce } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { Sandbox } from '../sandbox/sandbox';

/**
 * Whose role API Gateway writes its logs with.
 *
 * It is a setting of the account in a region, not of an API: without it no stage that logs can be deployed, and
 * whoever sets it sets it for every API of the account. Two that set it take it from one another.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html
 */
export class ApiLogRole {
  /**
   * One role for all APIs of an app in the same account and region, made by the first of them.
   *
   * Stages of the other APIs wait for it, also in other stacks (to an API whose stack the first one's needs, give
   * `alreadyConfigured()`); a `Stage` of the app has its own, because it is deployed by itself. It writes to the log groups of this account and region only, and is kept when its stack goes,
   * because everybody else's logs need it; a sandbox deletes it, therefore give `alreadyConfigured()` to a sandbox that
   * shares its account with anything that matters.
   *
   * Adds 2 resources once, at no cost.
   */
  public static shared(): ApiLogRole {
    return new ApiLogRole(true);
  }

  /**
   * Somebody else sets it, the platform team for example.
   *
   * *Deployment*: fails with `CloudWatch Logs role ARN must be set in account settings to enable logging` where
   * nobody has.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
   */
  public static alreadyConfigured(): ApiLogRole {
    return new ApiLogRole(false);
  }

  private constructor(private readonly ours: boolean) {}

  /**
   * The account's setting, which stages have to wait for.
   *
   * @internal
   */
  public _settingFor(api: apigateway.RestApi): apigateway.CfnAccount | undefined {
    if (!this.ours) return undefined;
    return existingLogSetting(api) ?? newSetting(api);
  }
}

/** The setting that a construct of the app made already for the same account and region. */
export function existingLogSetting(api: IConstruct): apigateway.CfnAccount | undefined {
  const boundary = Stage.of(api) ?? api.node.root;
  const environment = environmentOf(api);
  return boundary.node
    .findAll()
    .find(
      (found): found is apigateway.CfnAccount =>
        CfnResource.isCfnResource(found) &&
        found.cfnResourceType === apigateway.CfnAccount.CFN_RESOURCE_TYPE_NAME &&
        Stage.of(found) === Stage.of(api) &&
        environmentOf(found) === environment,
    );
}

function environmentOf(construct: IConstruct): string {
  return Stack.of(construct).environment;
}

const PERMISSIONS = 'PushToCloudWatchLogs';

/** With the ids that the L2 gives: in an app that was deployed with a `RestApi` both are updated in place. */
function newSetting(api: apigateway.RestApi): apigateway.CfnAccount {
  const stack = Stack.of(api);
  const logGroups = stack.formatArn({ service: 'logs', resource: 'log-group:*' });
  const assumedBy = new iam.ServicePrincipal('apigateway.amazonaws.com');
  const permissions = new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({ actions: logRoleActions.ofLogGroups, resources: [logGroups] }),
      new iam.PolicyStatement({ actions: logRoleActions.ofEverything, resources: ['*'] }),
    ],
  });
  const role = new iam.Role(api, 'CloudWatchRole', {
    assumedBy,
    // In the role itself: a policy beside it could be deleted while the account still uses the role.
    inlinePolicies: { [PERMISSIONS]: permissions },
  });
  const setting = new apigateway.CfnAccount(api, 'Account', { cloudWatchRoleArn: role.roleArn });
  setting.node.addDependency(api.node.defaultChild!);

  const removalPolicy = Sandbox.removalPolicyFor(api);
  role.applyRemovalPolicy(removalPolicy);
  setting.applyRemovalPolicy(removalPolicy);

  const resource = role.node.defaultChild as iam.CfnRole;
  enforceRetention(api, resource);
  enforceRetention(api, setting);
  enforce(api, setting, [
    {
      path: 'CloudWatchRoleArn',
      value: role.roleArn,
      rule: 'apigw-exec-log',
      instead: "give 'logRole: ApiLogRole.alreadyConfigured()' where somebody else sets it",
    },
  ]);
  enforce(api, resource, [
    {
      path: 'ManagedPolicyArns',
      value: undefined,
      rule: 'iam-aws-managed',
      instead: 'API Gateway needs no more than to write logs',
    },
    {
      path: 'Policies',
      value: [{ PolicyName: PERMISSIONS, PolicyDocument: permissions }],
      rule: 'iam-wildcard-resource',
      instead: 'API Gateway needs no more than to write logs',
    },
    {
      path: 'AssumeRolePolicyDocument',
      value: new iam.PolicyDocument({
        statements: [new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [assumedBy] })],
      }),
      rule: 'iam-trust-wildcard',
      instead: 'nobody but API Gateway writes its logs',
    },
  ]);
  acknowledgeLogRole(resource, logGroups);
  return setting;
}
