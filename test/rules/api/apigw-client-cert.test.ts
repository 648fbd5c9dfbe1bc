import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-client-cert';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 shows no certificate',
      at: ['OrdersDeploymentStageprod/Properties/ClientCertificateId'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET', new apigateway.HttpIntegration('https://orders.example.com'));
      },
    },
  ],
  passes: [
    {
      name: 'the stage has one',
      template: (stack) => {
        const certificate = new apigateway.CfnClientCertificate(stack, 'Certificate');
        const orders = new SecureApi(stack, 'Orders', {
          deployOptions: { clientCertificateId: certificate.attrClientCertificateId },
        });
        orders.root.addMethod('GET', new apigateway.HttpIntegration('https://orders.example.com'));
      },
    },
  ],
});
