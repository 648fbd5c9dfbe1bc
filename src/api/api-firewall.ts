import { Token } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { acknowledgeNoFirewall } from './api-acknowledgements';
import { rateRule } from './firewall-defaults';
import { newWebAcl } from './managed-web-acl';
import { enforce } from '../enforced/enforced';
import { refuseSecondWriter } from '../enforced/second-writer';

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
    if (typeof reason !== 'string' || reason.trim() === '') {
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
