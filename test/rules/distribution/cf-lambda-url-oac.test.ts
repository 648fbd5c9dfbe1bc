import rule from '../../../src/rules/distribution/cf-lambda-url-oac';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the URL is called as by anybody',
      at: ['Site/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties: { TargetFunctionArn: orders, AuthType: NONE }
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: orders
                  DomainName: !Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]
                  CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }
      `,
    },
  ],
  passes: [
    {
      name: 'an origin access control signs',
      template: `
        Url:
          Type: AWS::Lambda::Url
          Properties: { TargetFunctionArn: orders, AuthType: AWS_IAM }
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins:
                - Id: orders
                  DomainName: !Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]
                  OriginAccessControlId: E1A2B3
                  CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }
      `,
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
