import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { inline } from './inline';
import { ApiFirewall, SecureApi, SecureFunction } from '../../../src';
import type { Constructs } from '../family';

const firewallArn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111';

export const apis: Constructs = {
  SecureApi: (stack) => {
    const orders = new SecureFunction(stack, 'Orders', inline);
    const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
  },
  'SecureApi for the users of a pool': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', inline);
    const userPoolArn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1B2c3D4e';
    const pool = cognito.UserPool.fromUserPoolArn(stack, 'Users', userPoolArn);
    const api = new SecureApi(stack, 'Api', {
      waf: ApiFirewall.existing(firewallArn),
      usagePlan: { throttle: { rateLimit: 10, burstLimit: 20 }, quota: { limit: 1000, period: apigateway.Period.DAY } },
    });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders), {
      authorizer: new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', { cognitoUserPools: [pool] }),
      authorizationScopes: ['orders/read'],
    });
  },
  'SecureApi with a domain and a firewall that exists': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', inline);
    const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
    const api = new SecureApi(stack, 'Api', {
      waf: ApiFirewall.existing(firewallArn),
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      domainName: {
        domainName: 'orders.example.com',
        certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', certificateArn),
      },
    });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
  },
  'SecureApi, private': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', inline);
    const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
      vpcEndpointId: 'vpce-0123456789abcdef0',
      port: 443,
    });
    const api = new SecureApi(stack, 'Api', {
      waf: ApiFirewall.none('only the network of the company reaches it'),
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
    });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
  },
};
