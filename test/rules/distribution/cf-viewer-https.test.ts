import rule from '../../../src/rules/distribution/cf-viewer-https';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the default behaviour takes everything',
      at: ['Site/Properties/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: allow-all }
      `,
    },
    {
      name: 'one path does',
      at: ['Site/Properties/DistributionConfig/CacheBehaviors/0/ViewerProtocolPolicy'],
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: https-only }
              CacheBehaviors: [{ PathPattern: /old/*, TargetOriginId: files, ViewerProtocolPolicy: allow-all }]
      `,
    },
  ],
  passes: [
    {
      name: 'plain HTTP is redirected',
      template: `
        Site:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Enabled: true
              DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: redirect-to-https }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Site/Properties/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy'],
      template: `
        Parameters:
          Policy: { Type: String }
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                DefaultCacheBehavior: { TargetOriginId: files, ViewerProtocolPolicy: !Ref Policy }
      `,
    },
  ],
});
