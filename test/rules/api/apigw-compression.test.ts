import { Size } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-compression';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/MinimumCompressionSize'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
  ],
  passes: [
    {
      name: 'large answers are compressed',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', { minCompressionSize: Size.kibibytes(1) });
        orders.root.addMethod('GET');
      },
    },
  ],
});
