import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-one-sided';
import { ruleExamples } from '../rule-examples';

const groups = (egress: string) => `
        Code: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: a, VpcId: vpc-0a1b2c, SecurityGroupEgress: [${egress}] } }
        Store: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: b, VpcId: vpc-0a1b2c, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }] } }
        In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Store.GroupId, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt Code.GroupId } }`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the store lets the function in, whose group lets nothing out',
      at: ['StorefromExampleCode3394/Properties/SourceSecurityGroupId'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        const code = new ec2.SecurityGroup(stack, 'Code', { vpc, allowAllOutbound: false });
        const store = new ec2.SecurityGroup(stack, 'Store', { vpc, allowAllOutbound: false });
        store.addIngressRule(code, ec2.Port.tcp(5432), undefined, false);
      },
    },
    {
      name: 'another port is let out',
      at: ['In/Properties/SourceSecurityGroupId'],
      template: `${groups('{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }')}
      `,
    },
    {
      name: 'the function is let out to a store that lets nobody in',
      at: ['Out/Properties/DestinationSecurityGroupId'],
      template: `
        Code: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: a, VpcId: vpc-0a1b2c } }
        Store: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: b, VpcId: vpc-0a1b2c } }
        Out: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !GetAtt Code.GroupId, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, DestinationSecurityGroupId: !GetAtt Store.GroupId } }
      `,
    },
  ],
  passes: [
    {
      name: 'connections write both rules',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
        const code = new ec2.SecurityGroup(stack, 'Code', { vpc, allowAllOutbound: false });
        const store = new ec2.SecurityGroup(stack, 'Store', { vpc, allowAllOutbound: false });
        store.connections.allowFrom(code, ec2.Port.tcp(5432));
      },
    },
    {
      name: 'addresses are let out, among them perhaps those of the store',
      template: `${groups('{ IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/16 }')}
      `,
    },
    {
      name: 'the other group says nothing about what goes out',
      template: `
        Code: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: a, VpcId: vpc-0a1b2c } }
        Store: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: b, VpcId: vpc-0a1b2c, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !GetAtt Code.GroupId }] } }
      `,
    },
    {
      name: 'the members of a group talk to each other',
      template: `
        Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: a, VpcId: vpc-0a1b2c } }
        In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Group, IpProtocol: '-1', SourceSecurityGroupId: !Ref Group } }
        Out: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !Ref Group, IpProtocol: '-1', DestinationSecurityGroupId: !Ref Group } }
      `,
    },
    {
      name: 'the other group is made elsewhere',
      template: `
        Store: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: b, VpcId: vpc-0a1b2c, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: sg-0a1b2c }] } }
      `,
    },
  ],
});
