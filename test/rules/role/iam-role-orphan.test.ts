import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/role/iam-role-orphan';
import { ruleExamples } from '../rule-examples';

const role = (properties: string, beside = '') => `
  Resources:
    Orders:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Statement: {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}
        ${properties}
  ${beside}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function is gone, and its role was left behind',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        orders.addToPolicy(
          new iam.PolicyStatement({
            actions: ['dynamodb:PutItem'],
            resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders'],
          }),
        );
      },
    },
    {
      name: 'a policy still lets the role in, and nothing runs as it',
      at: ['Orders'],
      template: role(
        '',
        `
    Policy:
      Type: AWS::SQS::QueuePolicy
      Properties:
        Queues: [orders]
        PolicyDocument:
          Statement: {Effect: Allow, Principal: {AWS: !GetAtt Orders.Arn}, Action: 'sqs:SendMessage', Resource: '*'}`,
      ),
    },
    { name: 'nothing but the role is there', at: ['Orders'], template: role('') },
  ],
  passes: [
    {
      name: 'the function runs as the role that the L2 makes for it',
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
      },
    },
    {
      name: 'another stack of the app runs a function as it',
      template: (stack) => {
        const orders = new iam.Role(stack, 'Orders', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
        stack.exportValue(orders.roleArn);
      },
    },
    { name: 'it has a name by which something else may run as it', template: role('RoleName: orders') },
    {
      name: 'an output tells it to whoever deploys',
      template: role('', 'Outputs: {Role: {Value: !GetAtt Orders.Arn}}'),
    },
    {
      name: 'people assume it',
      template: (stack) => new iam.Role(stack, 'Support', { assumedBy: new iam.AccountRootPrincipal() }),
    },
    {
      name: 'a pipeline assumes it with a token of its own',
      template: `
        Deploy:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                Effect: Allow
                Principal: {Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}
                Action: sts:AssumeRoleWithWebIdentity
      `,
    },
  ],
  unknown: [
    {
      name: 'the definition of an API that is included may name it',
      at: ['Orders'],
      template: role(
        '',
        `  Api:
      Type: AWS::ApiGateway::RestApi
      Properties: { Body: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://definitions/api.yaml } } } }`,
      ),
    },
  ],
});
