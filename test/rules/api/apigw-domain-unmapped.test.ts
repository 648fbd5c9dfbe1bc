import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import rule from '../../../src/rules/api/apigw-domain-unmapped';
import { ruleExamples } from '../rule-examples';

const certificate = (stack: Stack) =>
  acm.Certificate.fromCertificateArn(
    stack,
    'Certificate',
    'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
  );

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API behind the domain is gone',
      template: (stack) =>
        new apigateway.DomainName(stack, 'Domain', {
          domainName: 'orders.example.com',
          certificate: certificate(stack),
          securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
        }),
    },
    {
      name: 'an HTTP API was never mapped to it',
      template: (stack) =>
        new apigatewayv2.DomainName(stack, 'Domain', {
          domainName: 'orders.example.com',
          certificate: certificate(stack),
        }),
    },
  ],
  passes: [
    {
      name: 'a stage of a REST API answers there',
      template: (stack) => {
        const api = new apigateway.RestApi(stack, 'Api', {
          domainName: { domainName: 'orders.example.com', certificate: certificate(stack) },
        });
        api.root.addMethod('GET');
      },
    },
    {
      name: 'an HTTP API answers there',
      template: (stack) => {
        const domain = new apigatewayv2.DomainName(stack, 'Domain', {
          domainName: 'orders.example.com',
          certificate: certificate(stack),
        });
        new apigatewayv2.HttpApi(stack, 'Api', { defaultDomainMapping: { domainName: domain } });
      },
    },
  ],
});
