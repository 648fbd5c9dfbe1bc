import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/distribution/cf-lambda-url-oac';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the URL is called as by anybody',
      at: ['Shop/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const url = orders.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: new origins.FunctionUrlOrigin(url) },
        });
      },
    },
    {
      name: 'the endpoint of a web function',
      at: ['Distribution/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: `
        Endpoint:
          Type: AWS::Lambda::WebFunctionEndpoint
          Properties: { FunctionName: shop, EndpointName: prod, EndpointType: HomeRegion, AuthType: ApplicationManaged }
        Distribution:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: shop, ViewerProtocolPolicy: https-only }
              Origins:
                - { Id: shop, DomainName: !GetAtt Endpoint.DomainName, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
      `,
    },
  ],
  passes: [
    {
      name: 'an origin access control signs',
      template: (stack) => {
        const orders = new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        });
        const url = orders.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
        new cloudfront.Distribution(stack, 'Shop', {
          defaultBehavior: { origin: origins.FunctionUrlOrigin.withOriginAccessControl(url) },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: `
        Parameters:
          Control: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: orders
                    DomainName: a1b2c3.lambda-url.eu-west-1.on.aws
                    OriginAccessControlId: !Ref Control
      `,
    },
  ],
});
