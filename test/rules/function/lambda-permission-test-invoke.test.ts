import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-permission-test-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets test calls in beside those of the stage',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('GET', new apigateway.LambdaIntegration(orders));
      },
    },
  ],
  passes: [
    {
      name: 'the L2 lets in calls of the stage only',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('GET', new apigateway.LambdaIntegration(orders, { allowTestInvoke: false }));
      },
    },
  ],
});
