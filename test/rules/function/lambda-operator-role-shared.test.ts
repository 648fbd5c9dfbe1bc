import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-operator-role-shared';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function runs as the operator',
      at: ['Provider/Properties/PermissionsConfig/CapacityProviderOperatorRoleArn'],
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          role,
        });
        new lambda.CfnCapacityProvider(stack, 'Provider', {
          permissionsConfig: { capacityProviderOperatorRoleArn: role.roleArn },
          vpcConfig: { subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'], securityGroupIds: ['sg-0a1b2c'] },
        });
      },
    },
    {
      name: 'the web function runs as the operator of its connector',
      at: ['Connector/Properties/OperatorRole'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
        Connector:
          Type: AWS::Lambda::NetworkConnector
          Properties:
            OperatorRole: !GetAtt Role.Arn
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop
            ServiceConfig: { ExecutionRoleArn: !GetAtt Role.Arn }
      `,
    },
  ],
  passes: [
    {
      name: 'the operator has a role of its own',
      template: (stack) => {
        const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new lambda.CfnCapacityProvider(stack, 'Provider', {
          permissionsConfig: { capacityProviderOperatorRoleArn: role.roleArn },
          vpcConfig: { subnetIds: ['subnet-0a1b2c', 'subnet-3d4e5f'], securityGroupIds: ['sg-0a1b2c'] },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the operator',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Connector:
            Type: AWS::Lambda::NetworkConnector
            Properties: { OperatorRole: !Ref Given }
      `,
    },
  ],
});
