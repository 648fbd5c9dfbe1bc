import { Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { GeneratedService } from './generated-service';
import { keyForLogs } from './key-for-logs';

export interface GeneratedStackProps {
  readonly resources: number;
  readonly insecure: boolean;
  /** A bucket of another stack. */
  readonly reads?: IBucket;
}

const resourcesBesideServices = 6;

/**
 * As many services as fit into a stack, and what they share.
 */
export class GeneratedStack extends Stack {
  /** CloudFormation takes no more. */
  static readonly maximumResources = 500;

  readonly shared: IBucket;

  constructor(scope: Construct, id: string, { resources, insecure, reads }: GeneratedStackProps) {
    super(scope, id, { env: { account: '111111111111', region: 'eu-west-1' } });
    const accessLogs = new Bucket(this, 'AccessLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    });
    const webAcl = this.webAcl();
    const services = Math.max(1, Math.floor((resources - resourcesBesideServices) / GeneratedService.resources));
    const made = Array.from(
      { length: services },
      (_, index) => new GeneratedService(this, `Service${index}`, { insecure, accessLogs, webAcl, reads }),
    );
    this.shared = made[0].bucket;
  }

  private webAcl(): string {
    const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'requests', sampledRequestsEnabled: true };
    const { attrArn } = new CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig,
      rules: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'].map((name, priority) => ({
        name,
        priority,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
        visibilityConfig,
      })),
    });
    const logs = new LogGroup(this, 'WebAclLogs', {
      logGroupName: `aws-waf-logs-${this.stackName}`,
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: keyForLogs(this, 'WebAclKey'),
    });
    new CfnLoggingConfiguration(this, 'WebAclLogging', {
      resourceArn: attrArn,
      logDestinationConfigs: [logs.logGroupArn],
      redactedFields: ['authorization', 'cookie', 'x-amz-security-token', 'x-api-key'].map((Name) => ({
        singleHeader: { Name },
      })),
    });
    return attrArn;
  }
}
