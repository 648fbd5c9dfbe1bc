import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/capacity-provider-shared';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'two L2s, each with a role of its own',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const securityGroups = [new ec2.SecurityGroup(stack, 'Group', { vpc })];
        const network = { subnets: vpc.privateSubnets, securityGroups };
        const settings = {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        };
        const provider = new lambda.CapacityProvider(stack, 'Provider', network);
        provider.addFunction(new lambda.Function(stack, 'Orders', settings));
        provider.addFunction(new lambda.Function(stack, 'Payments', settings));
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
      name: 'each L2 has a provider of its own',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const securityGroups = [new ec2.SecurityGroup(stack, 'Group', { vpc })];
        const network = { subnets: vpc.privateSubnets, securityGroups };
        const settings = {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        };
        const sales = new lambda.CapacityProvider(stack, 'Sales', network);
        sales.addFunction(new lambda.Function(stack, 'Orders', settings));
        const finance = new lambda.CapacityProvider(stack, 'Finance', network);
        finance.addFunction(new lambda.Function(stack, 'Payments', settings));
      },
    },
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
