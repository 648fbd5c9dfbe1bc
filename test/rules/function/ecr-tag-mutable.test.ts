import * as ecr from 'aws-cdk-lib/aws-ecr';
import rule from '../../../src/rules/function/ecr-tag-mutable';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 leaves them so',
      at: ['Images/Properties/ImageTagMutability'],
      template: (stack) => {
        new ecr.Repository(stack, 'Images');
      },
    },
  ],
  passes: [
    {
      name: 'a tag stays where it is',
      template: (stack) => {
        new ecr.Repository(stack, 'Images', { imageTagMutability: ecr.TagMutability.IMMUTABLE });
      },
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
          Images:
            Type: AWS::ECR::Repository
            Properties: { ImageTagMutability: !Ref Given }
      `,
    },
  ],
});
