import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-api-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 asks for no key',
      at: ['OrdersPOST/Properties/ApiKeyRequired'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('POST', new apigateway.HttpIntegration('https://orders.example.com'));
      },
    },
  ],
  passes: [
    {
      name: 'the method asks for a key of a usage plan',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', { usagePlan: {} });
        orders.root.addMethod('POST', new apigateway.HttpIntegration('https://orders.example.com'), {
          apiKeyRequired: true,
        });
      },
    },
  ],
});
