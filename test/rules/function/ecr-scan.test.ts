import * as ecr from 'aws-cdk-lib/aws-ecr';
import rule from '../../../src/rules/function/ecr-scan';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 does not scan',
      at: ['Images/Properties/ImageScanningConfiguration/ScanOnPush'],
      template: (stack) => {
        new ecr.Repository(stack, 'Images');
      },
    },
  ],
  passes: [
    {
      name: 'it scans what is pushed',
      template: (stack) => {
        new ecr.Repository(stack, 'Images', { imageScanOnPush: true });
      },
    },
    {
      name: 'the registry scans everything',
      template: `
        Scanning:
          Type: AWS::ECR::RegistryScanningConfiguration
          Properties:
            ScanType: ENHANCED
            Rules:
              - ScanFrequency: CONTINUOUS_SCAN
                RepositoryFilters: [{ Filter: '*', FilterType: WILDCARD }]
        Images:
          Type: AWS::ECR::Repository
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says whether',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties: { ImageScanningConfiguration: { ScanOnPush: !Ref Given } }
      `,
    },
  ],
});
