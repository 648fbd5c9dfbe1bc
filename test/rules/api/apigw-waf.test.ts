import rule from '../../../src/rules/api/apigw-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no web ACL',
      at: ['Stage'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: prod
      `,
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
