import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/capacity-provider-shared';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'two functions, each with a role of its own',
      template: (stack) => {
        const provider = new lambda.CapacityProvider(stack, 'Provider', {
          subnets: [ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-0a1b2c')],
          securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0a1b2c')],
        });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const payments = new lambda.Function(stack, 'Payments', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        provider.addFunction(orders);
        provider.addFunction(payments);
      },
    },
    {
      name: 'two functions with roles from elsewhere',
      at: ['Provider'],
      template: `
        Provider:
          Type: AWS::Lambda::CapacityProvider
          Properties:
            VpcConfig: { SubnetIds: [subnet-0a1b2c], SecurityGroupIds: [sg-0a1b2c] }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/orders
            CapacityProviderConfig:
              LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: !GetAtt Provider.Arn }
        Payments:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/payments
            CapacityProviderConfig:
              LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: !GetAtt Provider.Arn }
      `,
    },
  ],
  passes: [
    {
      name: 'both are the same to the outside',
      template: `
        Provider:
          Type: AWS::Lambda::CapacityProvider
          Properties:
            VpcConfig: { SubnetIds: [subnet-0a1b2c], SecurityGroupIds: [sg-0a1b2c] }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/orders
            CapacityProviderConfig:
              LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: !GetAtt Provider.Arn }
        Payments:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/orders
            CapacityProviderConfig:
              LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: !GetAtt Provider.Arn }
      `,
    },
  ],
});
