import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { ApiFirewall } from '../../../src/api/api-firewall';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/firewall/waf-scope';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the stage of the L2 gets a web ACL for CloudFront',
      at: ['Firewall/Properties/Scope'],
      template: (stack) => {
        const shop = new apigateway.RestApi(stack, 'Shop');
        shop.root.addMethod('GET');
        const firewall = new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'CLOUDFRONT',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'shop', sampledRequestsEnabled: true },
        });
        new wafv2.CfnWebACLAssociation(stack, 'Association', {
          resourceArn: shop.deploymentStage.stageArn,
          webAclArn: firewall.attrArn,
        });
      },
    },
    {
      name: 'a stage gets a web ACL for CloudFront',
      at: ['Firewall/Properties/Scope'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: CLOUDFRONT, DefaultAction: { Allow: {} } }
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            WebACLArn: !GetAtt Firewall.Arn
            ResourceArn: arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod
      `,
    },
    {
      name: 'a distribution gets a regional one',
      at: ['Firewall/Properties/Scope'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
        Shop:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig: { Enabled: true, WebACLId: !GetAtt Firewall.Arn }
      `,
    },
  ],
  passes: [
    {
      name: 'our API has a regional one',
      template: (stack) => {
        const shop = new SecureApi(stack, 'Shop', { waf: ApiFirewall.managed() });
        shop.root.addMethod('GET');
      },
    },
    {
      name: 'both fit',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            WebACLArn: !GetAtt Firewall.Arn
            ResourceArn: arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod
      `,
    },
    {
      name: 'the web ACL is made elsewhere',
      template: `
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4
            ResourceArn: arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod
      `,
    },
  ],
  unknown: [
    {
      name: 'the scope is a parameter',
      at: ['Firewall/Properties/Scope'],
      template: `
        Parameters:
          Scope: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties: { Scope: !Ref Scope, DefaultAction: { Allow: {} } }
          Association:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              WebACLArn: !GetAtt Firewall.Arn
              ResourceArn: arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/prod
      `,
    },
  ],
});
