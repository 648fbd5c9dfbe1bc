import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import { asksNobody, attackExamples, holds } from './play';
import { ApiFirewall } from '../../../src/api/api-firewall';
import { PublicAccess } from '../../../src/api/public-access';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/attack-path/cf-waf-bypass';

function distribution(origin = '', api = '', more = ''): string {
  return `
  Firewall:
    Type: AWS::WAFv2::WebACL
  Front:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        WebACLId: !GetAtt Firewall.Arn
        DefaultCacheBehavior: { TargetOriginId: api, ViewerProtocolPolicy: https-only }
        Origins:
          - Id: api
            DomainName: !Sub \${Api}.execute-api.\${AWS::Region}.amazonaws.com
            OriginPath: /prod
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
            ${origin}
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
      ${api}
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, StageName: prod }
  Search:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: NONE }
${more}
`;
}

const isOpen = holds('the API answers whoever calls its own address', ['Api'], (app, find) => {
  const api = find('Api');
  const isPublic = !api.read('EndpointConfiguration.Types').items.some((type) => type.is('PRIVATE'));
  const own = app.attachedTo(find('Prod'), 'AWS::WAFv2::WebACLAssociation', 'ResourceArn');
  return isPublic && api.read('Policy').isAbsent && own.length === 0;
});
const noSecret = holds(
  'and asks for nothing that only CloudFront knows',
  ['Front'],
  (_, find) => find('Front').read('DistributionConfig.Origins.0.OriginCustomHeaders').isAbsent,
);
const hadFirewall = holds(
  'which the firewall would have seen',
  ['Front'],
  (_, find) => !find('Front').read('DistributionConfig.WebACLId').isAbsent,
);

const called = { Api: 'Shop', Prod: 'ShopDeploymentStageprod', Search: 'ShopGET' };

export default attackExamples(rule, {
  attack: [hadFirewall, isOpen, noSecret, asksNobody('Search')],
  fails: [
    {
      name: 'the API of the L2 answers at its own address',
      called,
      at: ['Front/Properties/DistributionConfig/Origins/0/OriginCustomHeaders'],
      template: (stack) => {
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('GET');
        new cloudfront.Distribution(stack, 'Front', {
          webAclId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shared/a1b2c3',
          defaultBehavior: { origin: new origins.RestApiOrigin(shop) },
        });
      },
    },
    {
      name: 'the API answers at its own address',
      at: ['Front/Properties/DistributionConfig/Origins/0/OriginCustomHeaders'],
      template: distribution(),
    },
  ],
  passes: [
    {
      name: 'our API has a firewall of its own',
      called,
      template: (stack) => {
        const shop = new SecureApi(stack, 'Shop', { waf: ApiFirewall.managed() });
        shop.root.addMethod('GET', undefined, {
          authorizer: PublicAccess.because('everybody may search what is for sale'),
        });
        new cloudfront.Distribution(stack, 'Front', {
          webAclId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shared/a1b2c3',
          defaultBehavior: { origin: new origins.RestApiOrigin(shop) },
        });
      },
    },
    {
      name: 'CloudFront sends a header that the API asks for',
      template: distribution(
        "OriginCustomHeaders: [{ HeaderName: x-api-key, HeaderValue: '{{resolve:secretsmanager:front}}' }]",
      ),
    },
    {
      name: 'the stage has a firewall too',
      template: distribution(
        '',
        '',
        `
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: { ResourceArn: !Sub 'arn:aws:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/\${Prod}', WebACLArn: !GetAtt Firewall.Arn }
`,
      ),
    },
    {
      name: 'the API is private',
      template: distribution('', 'EndpointConfiguration: { Types: [PRIVATE] }'),
    },
    {
      name: 'the distribution has no firewall',
      template: distribution().replace('WebACLId: !GetAtt Firewall.Arn', 'Comment: shop'),
    },
  ],
});
