import rule from '../../../src/rules/distribution/cf-s3-oac';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the bucket is asked as by anybody',
      at: ['Site/Properties/DistributionConfig/Origins/0/OriginAccessControlId'],
      template: `
        Files:
          Type: AWS::S3::Bucket
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins: [{ Id: files, DomainName: !GetAtt Files.RegionalDomainName, S3OriginConfig: {} }]
      `,
    },
    {
      name: 'a distribution in its first form, which knows no access control',
      at: ['Site/Properties/DistributionConfig/S3Origin/OriginAccessIdentity'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              S3Origin: { DNSName: files.s3.eu-west-1.amazonaws.com }
      `,
    },
  ],
  passes: [
    {
      name: 'an origin access control signs',
      template: `
        Files:
          Type: AWS::S3::Bucket
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              Origins: [{ Id: files, DomainName: !GetAtt Files.RegionalDomainName, S3OriginConfig: {}, OriginAccessControlId: E1A2B3 }]
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
          Files:
            Type: AWS::S3::Bucket
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins: [{ Id: files, DomainName: !GetAtt Files.RegionalDomainName, S3OriginConfig: {}, OriginAccessControlId: !Ref Control }]
      `,
    },
  ],
});
