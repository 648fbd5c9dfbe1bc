import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-log-role-retain';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told to delete the role',
      at: ['OrdersCloudWatchRole/DeletionPolicy', 'OrdersCloudWatchRole/UpdateReplacePolicy'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders', {
          cloudWatchRole: true,
          cloudWatchRoleRemovalPolicy: RemovalPolicy.DESTROY,
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the role is deleted',
      at: ['Role/DeletionPolicy', 'Role/UpdateReplacePolicy'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: { Service: apigateway.amazonaws.com }, Action: sts:AssumeRole }
        Account:
          Type: AWS::ApiGateway::Account
          Properties: { CloudWatchRoleArn: !GetAtt Role.Arn }
      `,
    },
  ],
  passes: [
    {
      name: 'ours retains it',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the L2 retains it',
      template: (stack) => {
        new apigateway.RestApi(stack, 'Api', { cloudWatchRole: true }).root.addMethod('GET');
      },
    },
    {
      name: 'the role is made elsewhere',
      template: `
        Account:
          Type: AWS::ApiGateway::Account
          Properties: { CloudWatchRoleArn: arn:aws:iam::111122223333:role/api-logs }
      `,
    },
  ],
});
