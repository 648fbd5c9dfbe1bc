import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/function/ecr-policy-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'anybody may pull',
      at: ['Images/Properties/RepositoryPolicyText/Statement/0/Principal'],
      template: (stack) => {
        const images = new ecr.Repository(stack, 'Images');
        images.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AnyPrincipal()],
            actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          }),
        );
      },
    },
    {
      name: 'everybody but one account is named',
      at: ['Images/Properties/RepositoryPolicyText/Statement/0/NotPrincipal'],
      template: `
        Images:
          Type: AWS::ECR::Repository
          Properties:
            RepositoryPolicyText:
              Statement:
                - Effect: Allow
                  NotPrincipal: { AWS: '111122223333' }
                  Action: ecr:BatchGetImage
      `,
    },
  ],
  passes: [
    {
      name: 'one account may pull',
      template: (stack) => {
        const images = new ecr.Repository(stack, 'Images');
        images.grantPull(new iam.AccountPrincipal('444455556666'));
      },
    },
    {
      name: 'every function of the organization may',
      template: `
        Images:
          Type: AWS::ECR::Repository
          Properties:
            RepositoryPolicyText:
              Statement:
                - Effect: Allow
                  Principal: '*'
                  Action: ecr:BatchGetImage
                  Condition: { StringEquals: { aws:PrincipalOrgID: o-abcdefghij } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names who',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Images:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Statement: [{ Effect: Allow, Principal: { AWS: !Ref Given }, Action: ecr:BatchGetImage }]
      `,
    },
  ],
});
