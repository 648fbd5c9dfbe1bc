import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { enforce, enforcePresence } from '../enforced/enforced';
import { SecureLogGroup } from '../log-group/secure-log-group';
import { inlinePolicies } from '../role/role-acknowledgements';

const instead = 'keep the flow log, which shows who tried to get where';

/**
 * Who talked to whom in the network, who was turned away, and which names were asked for.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html
 */
export class NetworkLogs extends Construct {
  /** Connections that security groups or network ACLs turned away. */
  public readonly rejected: cloudwatch.Metric;

  constructor(scope: Construct, id: string, vpc: ec2.IVpc) {
    super(scope, id);
    const flows = new SecureLogGroup(this, 'Flows');
    const flowLog = new ec2.FlowLog(this, 'FlowLog', {
      resourceType: ec2.FlowLogResourceType.fromVpc(vpc),
      destination: ec2.FlowLogDestination.toCloudWatchLogs(flows, flowLogRole(this)),
      trafficType: ec2.FlowLogTrafficType.ALL,
    });
    enforce(this, flowLog.node.defaultChild as ec2.CfnFlowLog, [
      { path: 'ResourceId', value: vpc.vpcId, rule: 'vpc-flow-log', instead },
      { path: 'TrafficType', value: 'ALL', rule: 'vpc-flow-log', instead },
      { path: 'LogGroupName', value: flows.logGroupName, rule: 'vpc-flow-log', instead },
    ]);
    this.rejected = rejections(this, flows);

    const queries = new SecureLogGroup(this, 'Queries');
    const config = new resolver.CfnResolverQueryLoggingConfig(this, 'QueryLog', {
      destinationArn: queries.logGroupArn,
    });
    const association = new resolver.CfnResolverQueryLoggingConfigAssociation(this, 'QueryLogAssociation', {
      resolverQueryLogConfigId: config.attrId,
      resourceId: vpc.vpcId,
    });
    enforcePresence(this, config);
    enforce(this, association, [
      {
        path: 'ResourceId',
        value: vpc.vpcId,
        rule: 'vpc-flow-log',
        instead: 'keep the log of the names that are asked for',
      },
    ]);
  }
}

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
function flowLogRole(scope: Construct): iam.Role {
  const stack = Stack.of(scope);
  const role = new iam.Role(scope, 'FlowLogRole', {
    description: 'Writes the flow log of one VPC',
    assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com', {
      // The account is a part of it.
      conditions: {
        ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'ec2', resource: 'vpc-flow-log', resourceName: '*' }) },
      },
    }),
  });
  acknowledge(role, inlinePolicies);
  return role;
}

/** The thirteenth field of the format that flow logs have where none is given is what was done. */
function rejections(scope: Construct, logGroup: logs.ILogGroup): cloudwatch.Metric {
  const filter = new logs.MetricFilter(scope, 'Rejected', {
    logGroup,
    metricNamespace: 'IsolatedNetwork',
    metricName: `${scope.node.addr.slice(-12)}Rejected`,
    filterPattern: logs.FilterPattern.spaceDelimited(
      'version',
      'account',
      'interface',
      'source',
      'destination',
      'sourcePort',
      'destinationPort',
      'protocol',
      'packets',
      'bytes',
      'start',
      'end',
      'action',
      'status',
    ).whereString('action', '=', 'REJECT'),
    metricValue: '1',
    defaultValue: 0,
  });
  return filter.metric({ statistic: cloudwatch.Stats.SUM });
}
