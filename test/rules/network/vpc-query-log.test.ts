import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import rule from '../../../src/rules/network/vpc-query-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Vpc'],
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }),
    },
  ],
  passes: [
    {
      name: 'queries are logged',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        const config = new resolver.CfnResolverQueryLoggingConfig(stack, 'Config', {
          destinationArn: new logs.LogGroup(stack, 'Queries').logGroupArn,
        });
        new resolver.CfnResolverQueryLoggingConfigAssociation(stack, 'Association', {
          resolverQueryLogConfigId: config.attrId,
          resourceId: vpc.vpcId,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'a log is for a VPC that whoever deploys names',
      at: ['Vpc'],
      template: `
        Parameters:
          Logged: { Type: String }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          Log: { Type: AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation, Properties: { ResolverQueryLogConfigId: rqlc-0a1b2c, ResourceId: !Ref Logged } }
      `,
    },
    {
      name: 'a profile may bring one',
      at: ['Vpc'],
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Profile: { Type: AWS::Route53Profiles::ProfileAssociation, Properties: { Name: a, ProfileId: rp-0a1b2c, ResourceId: !Ref Vpc } }
      `,
    },
  ],
});
