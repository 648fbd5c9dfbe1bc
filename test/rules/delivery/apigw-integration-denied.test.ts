import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/delivery/apigw-integration-denied';
import { ruleExamples } from '../rule-examples';

const method = (rest: string) => `
        Orders:
          Type: AWS::Lambda::Function
        Get:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: a1b2c3d4e5
            ResourceId: a1b2c3
            HttpMethod: GET
            AuthorizationType: AWS_IAM
            Integration:
              Type: AWS_PROXY
              IntegrationHttpMethod: POST
              Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Orders.Arn}/invocations${rest}
`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 names the function, and nothing allows the call',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const api = new apigateway.RestApi(stack, 'Api');
        const integration = new apigateway.AwsIntegration({
          service: 'lambda',
          path: `2015-03-31/functions/${orders.functionArn}/invocations`,
        });
        api.root.addMethod('GET', integration);
      },
    },
    { name: 'there is no permission', at: ['Get/Properties/Integration/Uri'], template: method('') },
  ],
  passes: [
    {
      name: 'the L2 writes it',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new apigateway.RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(orders));
      },
    },
    {
      name: 'a role invokes it',
      template: method(`
              Credentials: arn:aws:iam::111122223333:role/invoke`),
    },
  ],
});
