import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiFirewall } from '../../../src/api/api-firewall';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no web ACL',
      at: ['OrdersDeploymentStageprod'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the web ACL protects another stage',
      at: ['Stage'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: prod
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/api/abc
            ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/test
      `,
    },
  ],
  passes: [
    {
      name: 'ours brings one that AWS keeps up to date',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', { waf: ApiFirewall.managed() });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'a web ACL protects the stage',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: prod
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/api/abc
            ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/\${Stage}
      `,
    },
    {
      name: 'the stage is named',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: !Ref Api
            StageName: prod
        Association:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/api/abc
            ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/prod
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says what the web ACL protects',
      at: ['Stage'],
      template: `
        Parameters:
          Protected:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
          Association:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/api/abc
              ResourceArn: !Ref Protected
      `,
    },
  ],
});
