import { isDeepStrictEqual } from 'node:util';
import { ArnFormat, Aws, Fn, Names, Stack, Token } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { acknowledgeNoFirewall } from './api-acknowledgements';
import { managedRuleGroups, rateRule, redactedHeaders } from './firewall-defaults';
import { enforce, enforcePresence, render } from '../enforced/enforced';
import { refuseSecondWriter } from '../enforced/second-writer';
import { SecureLogGroup } from '../log-group/secure-log-group';

/**
 * How `ApiFirewall.managed()` is to work.
 */
export interface ManagedFirewallOptions {
  /**
   * How many requests one IP address may send in five minutes; more are refused with 403.
   *
   * From 10 to 2,000,000,000. Everybody behind the same company proxy counts as one.
   *
   * @default - 2000
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html
   */
  readonly requestsPerFiveMinutes?: number;
}

/**
 * What stands between the internet and an API.
 *
 * An API is found by scanners within minutes. A web application firewall (AWS WAF) refuses what is known to be hostile
 * before it is authorized, counted or paid for.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
 */
export class ApiFirewall {
  /**
   * A firewall of the API's own with the rules that AWS maintains.
   *
   * The groups for known bad inputs, for addresses of bad reputation and for common attacks (of these the limit on
   * body size and the demand for a user agent only count, because they stop uploads and other services), a limit on
   * the requests of one IP address, and a log of every request, encrypted and kept for a year, without credentials.
   *
   * Adds 4 resources. Costs $9 a month ($5 for the web ACL, $1 for each of its 4 rules), $0.60 for a million requests,
   * and $0.50 for each GB of log.
   *
   * *Deployment*: AWS WAF adds a resource policy for its log deliveries to CloudWatch Logs; whoever deploys needs
   * `logs:PutResourcePolicy` and `iam:CreateServiceLinkedRole`.
   *
   * Throws when the number of requests is out of range.
   *
   * @see https://aws.amazon.com/waf/pricing/
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
   */
  public static managed(options: ManagedFirewallOptions = {}): ApiFirewall {
    const limit = options.requestsPerFiveMinutes ?? rateRule.requestsPerFiveMinutes;
    if (!Token.isUnresolved(limit) && !(limit >= rateRule.minimum && limit <= rateRule.maximum)) {
      throw new Error(
        `'requestsPerFiveMinutes' is '${limit}': AWS WAF takes ${rateRule.minimum} to ${rateRule.maximum} requests`,
      );
    }
    return new ApiFirewall((api, stage) => {
      const webAcl = (api.node.tryFindChild('Firewall') as wafv2.CfnWebACL | undefined) ?? newWebAcl(api, limit);
      associate(stage, webAcl.attrArn);
    });
  }

  /**
   * A firewall that exists already, shared between APIs for example.
   *
   * Adds 1 resource for each stage.
   *
   * Throws when the ARN is none of a regional web ACL of AWS WAF.
   *
   * @param webAclArn `arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>`
   */
  public static existing(webAclArn: string): ApiFirewall {
    if (!Token.isUnresolved(webAclArn) && !/^arn:[\w-]+:wafv2:[\w-]+:\d{12}:regional\/webacl\//.test(webAclArn)) {
      throw new Error(
        `'${webAclArn}' is no regional web ACL: write 'arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>'`,
      );
    }
    return new ApiFirewall((_api, stage) => associate(stage, webAclArn));
  }

  /**
   * No firewall: for an API that only reaches people who are known, a private one for example.
   *
   * Shows up in the report as an acknowledged finding.
   *
   * Throws when the reason is empty.
   *
   * @param reason what a reviewer would accept
   */
  public static none(reason: string): ApiFirewall {
    if (reason.trim() === '') {
      throw new Error("'ApiFirewall.none' was given no reason: say why the API needs no firewall");
    }
    return new ApiFirewall((_api, stage) => acknowledgeNoFirewall(stage.node.defaultChild!, reason));
  }

  private constructor(private readonly protect: (api: Construct, stage: apigateway.Stage) => void) {}

  /**
   * Puts the firewall before a stage of the API.
   *
   * @internal
   */
  public _protect(api: Construct, stage: apigateway.Stage): void {
    this.protect(api, stage);
  }
}

function associate(stage: apigateway.Stage, webAclArn: string): void {
  // A stage has one web ACL: another association would take this one's place.
  refuseSecondWriter(stage.node.defaultChild as apigateway.CfnStage, {
    type: wafv2.CfnWebACLAssociation.CFN_RESOURCE_TYPE_NAME,
    property: 'ResourceArn',
    isWelcome: (writer) => writer === stage.node.tryFindChild('Firewall'),
    instead: "give the web ACL as 'waf: ApiFirewall.existing(arn)'",
  });
  const association = new wafv2.CfnWebACLAssociation(stage, 'Firewall', { resourceArn: stage.stageArn, webAclArn });
  enforce(stage, association, [
    { path: 'ResourceArn', value: stage.stageArn, rule: 'apigw-waf', instead: 'keep the firewall before the stage' },
    {
      path: 'WebACLArn',
      value: webAclArn,
      rule: 'apigw-waf',
      instead: "give another with 'ApiFirewall.existing(arn)'",
    },
  ]);
}

function newWebAcl(api: Construct, limit: number): wafv2.CfnWebACL {
  const name = Names.uniqueResourceName(api, { maxLength: 100 });
  const rules: wafv2.CfnWebACL.RuleProperty[] = [
    {
      name: rateRule.name,
      priority: 0,
      action: { block: {} },
      statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP' } },
      visibilityConfig: visibility(`${name}-${rateRule.name}`),
    },
    ...managedRuleGroups.map((group, index) => ({
      name: group.name,
      priority: index + 1,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: 'AWS',
          name: group.name,
          ...(group.countOnly.length > 0
            ? { ruleActionOverrides: group.countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })) }
            : {}),
        },
      },
      visibilityConfig: visibility(`${name}-${group.name}`),
    })),
  ];
  const webAcl = new wafv2.CfnWebACL(api, 'Firewall', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility(name),
    rules,
  });
  const kept = (render(webAcl)?.Properties as { Rules: unknown[] }).Rules;
  enforce(api, webAcl, [
    {
      path: 'Rules',
      accepts: (got) =>
        Array.isArray(got) &&
        kept.every((rule) => got.some((other) => isDeepStrictEqual(rule, other))) &&
        !got.some((rule) => letsPastOthers(rule, kept.length)),
      rule: 'apigw-waf',
      instead:
        "keep these rules (more are welcome, those that allow after these), or give a web ACL of your own with 'ApiFirewall.existing(arn)'",
    },
  ]);
  log(api, webAcl, name);
  return webAcl;
}

/** What a rule allows is not looked at by the rules after it. */
function letsPastOthers(rule: unknown, priorities: number): boolean {
  const { Action, Priority } = rule as { Action?: { Allow?: unknown }; Priority?: unknown };
  return Action?.Allow !== undefined && !(typeof Priority === 'number' && Priority >= priorities);
}

function log(api: Construct, webAcl: wafv2.CfnWebACL, name: string): void {
  const stack = Stack.of(api);
  const logGroup = new SecureLogGroup(api, 'FirewallLog', {
    // AWS WAF takes no other prefix. The stack's own id at the end: the log group is kept when the stack goes, and the
    // next stack of the same name must not meet it.
    logGroupName: Fn.join('-', ['aws-waf-logs', name, Fn.select(2, Fn.split('/', Aws.STACK_ID))]),
  });
  enforcePresence(api, logGroup.node.defaultChild as CfnLogGroup);
  const logging = new wafv2.CfnLoggingConfiguration(api, 'FirewallLogging', {
    resourceArn: webAcl.attrArn,
    logDestinationConfigs: [
      stack.formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: logGroup.logGroupName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
    redactedFields: redactedHeaders.map((header) => ({ singleHeader: { Name: header } })),
  });
  enforce(api, logging, [
    {
      path: 'RedactedFields',
      accepts: (got) =>
        redactedHeaders.every((header) =>
          JSON.stringify(got ?? '')
            .toLowerCase()
            .includes(`"${header}"`),
        ),
      rule: 'apigw-log-sensitive',
      instead: 'keep credentials out of the log',
    },
    {
      path: 'LogDestinationConfigs',
      value: logging.logDestinationConfigs,
      rule: 'apigw-waf',
      instead: 'keep the destination of the log',
    },
    { path: 'LoggingFilter', value: undefined, rule: 'apigw-waf', instead: 'log every request' },
  ]);
}

function visibility(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
