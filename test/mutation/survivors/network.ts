import type { Reviewed } from '../family';

export const network: Reviewed = {
  least: 547,
  survivors: [
    {
      kind: 'same',
      type: 'AWS::EC2::EIP',
      reason: 'An address is one for VPCs where nothing is said.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1Address', 'Properties.Domain', 'remove'],
          ['NetworkEgressZone2Address', 'Properties.Domain', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::EIP',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1Address', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone1Address', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone2Address', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2Address', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::FlowLog',
      reason: 'A log group is valid for CloudWatch Logs only, which takes one.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsFlowLog', 'Properties.LogDestinationType', 'next value'],
          ['NetworkLogsFlowLog', 'Properties.LogGroupName', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::FlowLog',
      reason: '`cloud-watch-logs` is where flow logs go where nothing is said.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsFlowLog', 'Properties.LogDestinationType', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::FlowLog',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsFlowLog', 'Properties.Tags', 'remove'],
          ['NetworkLogsFlowLog', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::InternetGateway',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressInternetGateway', 'Properties.Tags', 'remove'],
          ['NetworkEgressInternetGateway', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::NatGateway',
      reason: 'A public NAT gateway takes an address.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1NatGateway', 'Properties.AllocationId', 'remove'],
          ['NetworkEgressZone2NatGateway', 'Properties.AllocationId', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::NatGateway',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1NatGateway', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone1NatGateway', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone2NatGateway', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2NatGateway', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::NetworkAcl',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkFunctionsAcl', 'Properties.Tags', 'remove'],
          ['NetworkFunctionsAcl', 'Properties.Tags.0', 'remove'],
          ['NetworkDataAcl', 'Properties.Tags', 'remove'],
          ['NetworkDataAcl', 'Properties.Tags.0', 'remove'],
          ['NetworkEndpointsAcl', 'Properties.Tags', 'remove'],
          ['NetworkEndpointsAcl', 'Properties.Tags.0', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressAcl', 'Properties.Tags', 'remove'],
          ['NetworkEgressAcl', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::EC2::NetworkAclEntry',
      reason: 'An entry less: what calls endpoints, and the answers, pass the wider one for gateways too.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['NetworkFunctionsAclIn1', '', 'remove the resource']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::EC2::NetworkAclEntry',
      reason: 'An entry less: nothing gets to the firewall or out any more.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressAclRequestsOf1', '', 'remove the resource'],
          ['NetworkEgressAclRequestsOf2', '', 'remove the resource'],
          ['NetworkEgressAclRequests', '', 'remove the resource'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::NetworkAclEntry',
      reason: 'An entry of TCP takes the first and the last port.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-networkaclentry-portrange.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkFunctionsAclOut100', 'Properties.PortRange.To', 'remove'],
          ['NetworkFunctionsAclIn1', 'Properties.PortRange.To', 'remove'],
          ['NetworkFunctionsAclOut', 'Properties.PortRange.From', 'remove'],
          ['NetworkFunctionsAclOut', 'Properties.PortRange.To', 'remove'],
          ['NetworkFunctionsAclIn', 'Properties.PortRange', 'remove'],
          ['NetworkFunctionsAclIn', 'Properties.PortRange.From', 'remove'],
          ['NetworkFunctionsAclIn', 'Properties.PortRange.To', 'remove'],
          ['NetworkDataAclIn', 'Properties.PortRange.To', 'remove'],
          ['NetworkDataAclOut10', 'Properties.PortRange.To', 'remove'],
          ['NetworkEndpointsAclIn100', 'Properties.PortRange.From', 'remove'],
          ['NetworkEndpointsAclIn100', 'Properties.PortRange.To', 'remove'],
          ['NetworkEndpointsAclOut100', 'Properties.PortRange.To', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressAclRequestsOf1', 'Properties.PortRange.From', 'remove'],
          ['NetworkEgressAclRequestsOf1', 'Properties.PortRange.To', 'remove'],
          ['NetworkEgressAclAnswersTo1', 'Properties.PortRange.To', 'remove'],
          ['NetworkEgressAclRequestsOf2', 'Properties.PortRange.From', 'remove'],
          ['NetworkEgressAclRequestsOf2', 'Properties.PortRange.To', 'remove'],
          ['NetworkEgressAclAnswersTo', 'Properties.PortRange.To', 'remove'],
          ['NetworkEgressAclRequests', 'Properties.PortRange.From', 'remove'],
          ['NetworkEgressAclRequests', 'Properties.PortRange.To', 'remove'],
          ['NetworkEgressAclAnswers', 'Properties.PortRange', 'remove'],
          ['NetworkEgressAclAnswers', 'Properties.PortRange.From', 'remove'],
          ['NetworkEgressAclAnswers', 'Properties.PortRange.To', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::NetworkAclEntry',
      reason: 'An entry is for what comes in where nothing is said.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkFunctionsAclIn1', 'Properties.Egress', 'remove'],
          ['NetworkFunctionsAclIn', 'Properties.Egress', 'remove'],
          ['NetworkDataAclIn', 'Properties.Egress', 'remove'],
          ['NetworkEndpointsAclIn100', 'Properties.Egress', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressAclRequestsOf1', 'Properties.Egress', 'remove'],
          ['NetworkEgressAclRequestsOf2', 'Properties.Egress', 'remove'],
          ['NetworkEgressAclAnswers', 'Properties.Egress', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::RouteTable',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkFunctionsSubnet1RouteTable', 'Properties.Tags', 'remove'],
          ['NetworkFunctionsSubnet1RouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkFunctionsSubnet2RouteTable', 'Properties.Tags', 'remove'],
          ['NetworkFunctionsSubnet2RouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkDataSubnet1RouteTable', 'Properties.Tags', 'remove'],
          ['NetworkDataSubnet1RouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkDataSubnet2RouteTable', 'Properties.Tags', 'remove'],
          ['NetworkDataSubnet2RouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkEndpointsSubnet1RouteTable', 'Properties.Tags', 'remove'],
          ['NetworkEndpointsSubnet1RouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkEndpointsSubnet2RouteTable', 'Properties.Tags', 'remove'],
          ['NetworkEndpointsSubnet2RouteTable', 'Properties.Tags.0', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1FirewallSubnetRouteTable', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone1FirewallSubnetRouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone1NatSubnetRouteTable', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone1NatSubnetRouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone2FirewallSubnetRouteTable', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2FirewallSubnetRouteTable', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone2NatSubnetRouteTable', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2NatSubnetRouteTable', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::EC2::SecurityGroup',
      reason: 'The group has rules beside it, with the first of which CloudFormation takes away the one that EC2 adds.',
      source: 'https://github.com/aws-cloudformation/cfn-language-discussion/issues/157',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress', 'remove'],
          ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress.0', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::SecurityGroup',
      reason: 'EC2 wants to know the destination of a rule.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-egress.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointssqsinterfaceSecurityGroup', 'Properties.SecurityGroupEgress.0.CidrIp', 'remove'],
          ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress.0.CidrIp', 'remove'],
          ['CacheGroup', 'Properties.SecurityGroupEgress.0.CidrIp', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::SecurityGroup',
      reason: 'A rule of ICMP takes a type and a code.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-egress.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointssqsinterfaceSecurityGroup', 'Properties.SecurityGroupEgress.0.FromPort', 'remove'],
          ['NetworkEndpointssqsinterfaceSecurityGroup', 'Properties.SecurityGroupEgress.0.ToPort', 'remove'],
          ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress.0.FromPort', 'remove'],
          ['OrdersSecurityGroup', 'Properties.SecurityGroupEgress.0.ToPort', 'remove'],
          ['CacheGroup', 'Properties.SecurityGroupEgress.0.FromPort', 'remove'],
          ['CacheGroup', 'Properties.SecurityGroupEgress.0.ToPort', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::SecurityGroup',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointssqsinterfaceSecurityGroup', 'Properties.Tags', 'remove'],
          ['NetworkEndpointssqsinterfaceSecurityGroup', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::EC2::SecurityGroupEgress',
      reason: 'A rule less: the function gets to no host any more.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
      places: {
        'IsolatedNetwork with a way out to one host': [['OrdersEgressThroughFirewall', '', 'remove the resource']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::Subnet',
      reason: 'A subnet gives no public addresses unless it is told to.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkFunctionsSubnet1Subnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkFunctionsSubnet2Subnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkDataSubnet1Subnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkDataSubnet2Subnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkEndpointsSubnet1Subnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkEndpointsSubnet2Subnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1FirewallSubnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkEgressZone1NatSubnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkEgressZone2FirewallSubnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
          ['NetworkEgressZone2NatSubnet', 'Properties.MapPublicIpOnLaunch', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::Subnet',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkFunctionsSubnet1Subnet', 'Properties.Tags', 'remove'],
          ['NetworkFunctionsSubnet1Subnet', 'Properties.Tags.0', 'remove'],
          ['NetworkFunctionsSubnet1Subnet', 'Properties.Tags.1', 'remove'],
          ['NetworkFunctionsSubnet1Subnet', 'Properties.Tags.2', 'remove'],
          ['NetworkFunctionsSubnet2Subnet', 'Properties.Tags', 'remove'],
          ['NetworkFunctionsSubnet2Subnet', 'Properties.Tags.0', 'remove'],
          ['NetworkFunctionsSubnet2Subnet', 'Properties.Tags.1', 'remove'],
          ['NetworkFunctionsSubnet2Subnet', 'Properties.Tags.2', 'remove'],
          ['NetworkDataSubnet1Subnet', 'Properties.Tags', 'remove'],
          ['NetworkDataSubnet1Subnet', 'Properties.Tags.0', 'remove'],
          ['NetworkDataSubnet1Subnet', 'Properties.Tags.1', 'remove'],
          ['NetworkDataSubnet1Subnet', 'Properties.Tags.2', 'remove'],
          ['NetworkDataSubnet2Subnet', 'Properties.Tags', 'remove'],
          ['NetworkDataSubnet2Subnet', 'Properties.Tags.0', 'remove'],
          ['NetworkDataSubnet2Subnet', 'Properties.Tags.1', 'remove'],
          ['NetworkDataSubnet2Subnet', 'Properties.Tags.2', 'remove'],
          ['NetworkEndpointsSubnet1Subnet', 'Properties.Tags', 'remove'],
          ['NetworkEndpointsSubnet1Subnet', 'Properties.Tags.0', 'remove'],
          ['NetworkEndpointsSubnet1Subnet', 'Properties.Tags.1', 'remove'],
          ['NetworkEndpointsSubnet1Subnet', 'Properties.Tags.2', 'remove'],
          ['NetworkEndpointsSubnet2Subnet', 'Properties.Tags', 'remove'],
          ['NetworkEndpointsSubnet2Subnet', 'Properties.Tags.0', 'remove'],
          ['NetworkEndpointsSubnet2Subnet', 'Properties.Tags.1', 'remove'],
          ['NetworkEndpointsSubnet2Subnet', 'Properties.Tags.2', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1FirewallSubnet', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone1FirewallSubnet', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone1NatSubnet', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone1NatSubnet', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone2FirewallSubnet', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2FirewallSubnet', 'Properties.Tags.0', 'remove'],
          ['NetworkEgressZone2NatSubnet', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2NatSubnet', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::VPC',
      reason: 'Lambda connects no function with a VPC on dedicated hardware.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['Network', 'Properties.InstanceTenancy', 'next value']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPC',
      reason: 'A VPC has a resolver unless it is told to have none.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['Network', 'Properties.EnableDnsSupport', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPC',
      reason: '`default` is what a VPC has where nothing is said.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['Network', 'Properties.InstanceTenancy', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPC',
      reason: 'The network is the same without its tag, by which rules know it: the construct holds it for them.',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['Network', 'Properties.Tags', 'remove'],
          ['Network', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPC',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['Network', 'Properties.Tags.1', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::EC2::VPCEndpoint',
      reason: 'A statement less: less gets through.',
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::EC2::VPCEndpoint',
      reason: 'A policy has one statement or more, each with an effect, a principal, actions and resources.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement', 'remove'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Action', 'remove'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Effect', 'remove'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Principal', 'remove'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Principal.AWS', 'remove'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Resource', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Action', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Effect', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Principal', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Principal.AWS', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Resource', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Action', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Effect', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Principal', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Principal.AWS', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Resource', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPCEndpoint',
      reason: '`{ AWS: "*" }` is everybody as well.',
      source:
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Principal', 'widen to *'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Principal', 'widen to *'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Principal', 'widen to *'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPCEndpoint',
      reason: 'A name for people.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Statement.0.Sid', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.0.Sid', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Statement.1.Sid', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPCEndpoint',
      reason: 'The older version of the language lacks variables, of which the policy has none.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointsdynamodbGateway', 'Properties.PolicyDocument.Version', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.PolicyDocument.Version', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPCEndpoint',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointsdynamodbGateway', 'Properties.Tags', 'remove'],
          ['NetworkEndpointsdynamodbGateway', 'Properties.Tags.0', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.Tags', 'remove'],
          ['NetworkEndpointssqsinterfaceEndpoint', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::EC2::VPCEndpoint',
      reason: 'An endpoint is a gateway where nothing is said.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkEndpointsdynamodbGateway', 'Properties.VpcEndpointType', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The role that may be passed is that of the runbook, which trusts Systems Manager alone.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.4.Condition', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The function has no environment: there is nothing that Lambda would decrypt.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'The role may do less than it was granted, nothing more.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.2', 'remove the statement'],
          ['OrdersServiceRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.3', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason:
        'It was every resource of the account and region, and nobody makes network interfaces in another account.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.0.Resource', 'widen to *'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::IAM::Policy',
      reason: 'No statement allows `ec2:DetachNetworkInterface`: the denial is a second lock.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.2.Action.4', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::IAM::Policy',
      reason:
        'The runbook fails without what its page asks for, and so does the deployment, which waits for its success.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html#cfn-ssm-association-waitforsuccesstimeoutseconds',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0', 'remove the statement'],
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0.Action.0', 'remove'],
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.0.Action.1', 'remove'],
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.1', 'remove the statement'],
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.2', 'remove the statement'],
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.3', 'remove the statement'],
          ['NetworkDefaultGroupRoleDefaultPolicy', 'Properties.PolicyDocument.Statement.4', 'remove the statement'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Policy',
      reason: 'A name for people.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['OrdersServiceRoleNetworkInterfacePolicy', 'Properties.PolicyDocument.Statement.2.Sid', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Role',
      reason: 'A text for people.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupRole', 'Properties.Description', 'remove'],
          ['NetworkLogsFlowLogRole', 'Properties.Description', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::IAM::Role',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupRole', 'Properties.Tags', 'remove'],
          ['NetworkDefaultGroupRole', 'Properties.Tags.0', 'remove'],
          ['NetworkLogsFlowLogRole', 'Properties.Tags', 'remove'],
          ['NetworkLogsFlowLogRole', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Lambda::Function',
      reason: 'The function has no environment: there is nothing that the key would encrypt.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['Orders', 'Properties.KmsKeyArn', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Lambda::Function',
      reason: '`Terminate` is what Lambda does where nothing is said.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['Orders', 'Properties.RecursiveLoop', 'remove']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Logs::LogGroup',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsFlows', 'Properties.Tags', 'remove'],
          ['NetworkLogsFlows', 'Properties.Tags.0', 'remove'],
          ['NetworkLogsQueries', 'Properties.Tags', 'remove'],
          ['NetworkLogsQueries', 'Properties.Tags.0', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressAlerts', 'Properties.Tags', 'remove'],
          ['NetworkEgressAlerts', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Logs::MetricFilter',
      reason: 'The metric is gone; what was turned away still stands in the flow log.',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['NetworkLogsRejected', '', 'remove the resource']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Logs::MetricFilter',
      reason: 'Where nothing is turned away there is no datum in place of a zero.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-logs-metricfilter-metrictransformation.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsRejected', 'Properties.MetricTransformations.0.DefaultValue', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::NetworkFirewall::Firewall',
      reason: 'A firewall with subnets is in a VPC.',
      source: 'https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1Firewall', 'Properties.VpcId', 'remove'],
          ['NetworkEgressZone2Firewall', 'Properties.VpcId', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::NetworkFirewall::Firewall',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressZone1Firewall', 'Properties.Tags', 'remove'],
          ['NetworkEgressZone2Firewall', 'Properties.Tags', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::NetworkFirewall::FirewallPolicy',
      reason: '`DROP`, which is the default, lets as little through as `REJECT`; the client waits longer.',
      source: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stream-exception-policy.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressPolicy', 'Properties.FirewallPolicy.StatefulEngineOptions.StreamExceptionPolicy', 'remove'],
          [
            'NetworkEgressPolicy',
            'Properties.FirewallPolicy.StatefulEngineOptions.StreamExceptionPolicy',
            'next value',
          ],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::NetworkFirewall::FirewallPolicy',
      reason: 'In strict order each rule group has a priority.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-networkfirewall-firewallpolicy-statefulrulegroupreference.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressPolicy', 'Properties.FirewallPolicy.StatefulRuleGroupReferences.0.Priority', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::NetworkFirewall::FirewallPolicy',
      reason: 'There has to be an action for fragments.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-networkfirewall-firewallpolicy-firewallpolicy.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressPolicy', 'Properties.FirewallPolicy.StatelessFragmentDefaultActions.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::NetworkFirewall::FirewallPolicy',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a way out to one host': [['NetworkEgressPolicy', 'Properties.Tags', 'remove']],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::NetworkFirewall::LoggingConfiguration',
      reason: 'Each type of destination takes keys of its own.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-networkfirewall-loggingconfiguration-logdestinationconfig.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          [
            'NetworkEgressAlertsOfZone',
            'Properties.LoggingConfiguration.LogDestinationConfigs.0.LogDestination.logGroup',
            'remove',
          ],
          [
            'NetworkEgressAlertsOfZone',
            'Properties.LoggingConfiguration.LogDestinationConfigs.0.LogDestinationType',
            'next value',
          ],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::NetworkFirewall::RuleGroup',
      reason: 'A policy takes rule groups of its own order only.',
      source: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html',
      places: {
        'IsolatedNetwork with a way out to one host': [
          ['NetworkEgressPolicyDomains', 'Properties.RuleGroup.StatefulRuleOptions', 'remove'],
          ['NetworkEgressPolicyDomains', 'Properties.RuleGroup.StatefulRuleOptions.RuleOrder', 'remove'],
          ['NetworkEgressPolicyDomains', 'Properties.RuleGroup.StatefulRuleOptions.RuleOrder', 'next value'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::NetworkFirewall::RuleGroup',
      reason: 'A list of domains is a stateful rule group.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-rulegroup.html',
      places: {
        'IsolatedNetwork with a way out to one host': [['NetworkEgressPolicyDomains', 'Properties.Type', 'next value']],
      },
    },
    {
      kind: 'same',
      type: 'AWS::NetworkFirewall::RuleGroup',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a way out to one host': [['NetworkEgressPolicyDomains', 'Properties.Tags', 'remove']],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Route53Resolver::FirewallDomainList',
      reason: 'A name less is answered.',
      source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-domain-lists.html',
      places: {
        'IsolatedNetwork with a function and a data store': [['NetworkDnsAllowed', 'Properties.Domains.1', 'remove']],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkDnsAllowed', 'Properties.Domains.0', 'remove'],
          ['NetworkDnsAllowed', 'Properties.Domains.1', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Route53Resolver::FirewallDomainList',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDnsAllowed', 'Properties.Tags', 'remove'],
          ['NetworkDnsAllowed', 'Properties.Tags.0', 'remove'],
          ['NetworkDnsAll', 'Properties.Tags', 'remove'],
          ['NetworkDnsAll', 'Properties.Tags.0', 'remove'],
        ],
        'IsolatedNetwork with a way out to one host': [
          ['NetworkDnsAllowed', 'Properties.Tags', 'remove'],
          ['NetworkDnsAllowed', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::Route53Resolver::FirewallRuleGroup',
      reason: 'More is looked at: a name that an answer leads on to would have to be allowed, too.',
      source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRule.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDnsRuleGroup', 'Properties.FirewallRules.0.FirewallDomainRedirectionAction', 'remove'],
          ['NetworkDnsRuleGroup', 'Properties.FirewallRules.0.FirewallDomainRedirectionAction', 'next value'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::Route53Resolver::FirewallRuleGroup',
      reason: 'A rule takes a list of domains.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53resolver-firewallrulegroup-firewallrule.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDnsRuleGroup', 'Properties.FirewallRules.0.FirewallDomainListId', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::Route53Resolver::FirewallRuleGroup',
      reason: 'What blocks takes a response, and one of its own takes a domain.',
      source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateFirewallRule.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDnsRuleGroup', 'Properties.FirewallRules.1.BlockResponse', 'remove'],
          ['NetworkDnsRuleGroup', 'Properties.FirewallRules.1.BlockResponse', 'next value'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Route53Resolver::FirewallRuleGroup',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDnsRuleGroup', 'Properties.Tags', 'remove'],
          ['NetworkDnsRuleGroup', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Route53Resolver::FirewallRuleGroupAssociation',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDnsAssociation', 'Properties.Tags', 'remove'],
          ['NetworkDnsAssociation', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
      reason: 'A query log takes a destination.',
      source:
        'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverQueryLogConfig.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsQueryLog', 'Properties.DestinationArn', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsQueryLog', 'Properties.Tags', 'remove'],
          ['NetworkLogsQueryLog', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
      reason: 'What is associated, and with which VPC, has to be named.',
      source:
        'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateResolverQueryLogConfig.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkLogsQueryLogAssociation', 'Properties.ResolverQueryLogConfigId', 'remove'],
        ],
      },
    },
    {
      kind: 'harmless',
      type: 'AWS::SSM::Association',
      reason: 'The group is closed when the network is deployed, and not looked at every week again.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupAssociation', 'Properties.ScheduleExpression', 'remove'],
        ],
      },
    },
    {
      kind: 'refused',
      type: 'AWS::SSM::Association',
      reason: 'A runbook that is started for targets takes the name of the parameter that they are.',
      source: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateAssociation.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupAssociation', 'Properties.AutomationTargetParameterName', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::SSM::Association',
      reason: 'There is one group, which is 100 % of them, and after one error there is no other.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupAssociation', 'Properties.MaxConcurrency', 'remove'],
          ['NetworkDefaultGroupAssociation', 'Properties.MaxErrors', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::SSM::Association',
      reason: 'A name for people, which no policy reads.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupAssociation', 'Properties.Tags', 'remove'],
          ['NetworkDefaultGroupAssociation', 'Properties.Tags.0', 'remove'],
        ],
      },
    },
    {
      kind: 'same',
      type: 'AWS::SSM::Association',
      reason: 'The group is closed as well; the deployment does not wait for it.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html',
      places: {
        'IsolatedNetwork with a function and a data store': [
          ['NetworkDefaultGroupAssociation', 'Properties.WaitForSuccessTimeoutSeconds', 'remove'],
        ],
      },
    },
  ],
};
