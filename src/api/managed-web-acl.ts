import { isDeepStrictEqual } from 'node:util';
import { ArnFormat, Aws, Fn, Names, Stack } from 'aws-cdk-lib';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { managedRuleGroups, rateRule, redactedHeaders } from './firewall-defaults';
import { enforce, enforcePresence, render } from '../enforced/enforced';
import { SecureLogGroup } from '../log-group/secure-log-group';

/** A web ACL of the API's own, with the rules that AWS maintains and a log. */
export function newWebAcl(api: Construct, limit: number): wafv2.CfnWebACL {
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
