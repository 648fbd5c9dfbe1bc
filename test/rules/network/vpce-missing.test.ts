import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/network/vpce-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the table is reached over the internet',
      at: ['Orders/Properties/VpcConfig'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
        const table = new dynamodb.Table(stack, 'Table', { partitionKey });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
        });
        table.grantReadData(orders);
      },
    },
  ],
  passes: [
    {
      name: 'there is an endpoint',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        vpc.addGatewayEndpoint('Tables', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
        const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
        const table = new dynamodb.Table(stack, 'Table', { partitionKey });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          vpc,
        });
        table.grantReadData(orders);
      },
    },
  ],
});
