import rule from '../../../src/rules/function/microvm-image-capabilities';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it has all of them',
      at: ['Image/Properties/AdditionalOsCapabilities/0'],
      template: `
        Image:
          Type: AWS::Lambda::MicrovmImage
          Properties: { Name: builder, AdditionalOsCapabilities: [ALL] }
      `,
    },
  ],
  passes: [
    {
      name: 'it has the usual ones',
      template: `
        Image:
          Type: AWS::Lambda::MicrovmImage
          Properties: { Name: builder, AdditionalOsCapabilities: [] }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says which',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Image:
            Type: AWS::Lambda::MicrovmImage
            Properties: { Name: builder, AdditionalOsCapabilities: [!Ref Given] }
      `,
    },
  ],
});
