import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpAlbIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import rule from '../../../src/rules/api/apigwv2-integration-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the backend is called over plain HTTP',
      at: ['OrdersDefaultRouteBackend/Properties/TlsConfig'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc });
        const defaultAction = elbv2.ListenerAction.fixedResponse(404);
        const listener = balancer.addListener('Http', { port: 80, defaultAction });
        new apigwv2.HttpApi(stack, 'Orders', { defaultIntegration: new HttpAlbIntegration('Backend', listener) });
      },
    },
    {
      name: 'nothing is said',
      at: ['Integration/Properties/TlsConfig'],
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: HTTP_PROXY
            ConnectionType: VPC_LINK
      `,
    },
  ],
  passes: [
    {
      name: 'the name on the certificate of the backend is checked',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc });
        const defaultAction = elbv2.ListenerAction.fixedResponse(404);
        const secureServerName = 'orders.internal.example.com';
        const certificate = new acm.Certificate(stack, 'Certificate', { domainName: secureServerName });
        const listener = balancer.addListener('Https', { port: 443, certificates: [certificate], defaultAction });
        new apigwv2.HttpApi(stack, 'Orders', {
          defaultIntegration: new HttpAlbIntegration('Backend', listener, { secureServerName }),
        });
      },
    },
    {
      name: 'the certificate of the backend is checked',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: HTTP_PROXY
            ConnectionType: VPC_LINK
            TlsConfig: { ServerNameToVerify: books.internal.example.com }
      `,
    },
    {
      name: 'a function is called',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: AWS_PROXY
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how',
      template: `
        Parameters:
          Connection:
            Type: String
        Resources:
          Integration:
            Type: AWS::ApiGatewayV2::Integration
            Properties:
              ApiId: abc
              IntegrationType: HTTP_PROXY
              ConnectionType: !Ref Connection
      `,
    },
  ],
});
