import rule from '../../../src/rules/network/vpce-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the table is reached over the internet',
      at: ['Orders/Properties/VpcConfig'],
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }
            Policies:
              - PolicyName: table
                PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' }] }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-0a1b2c] }
      `,
    },
  ],
  passes: [
    {
      name: 'there is an endpoint',
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
        Endpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.dynamodb' }
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }
            Policies:
              - PolicyName: table
                PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' }] }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
            VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-0a1b2c] }
      `,
    },
  ],
});
