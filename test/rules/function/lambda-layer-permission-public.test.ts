import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import rule from '../../../src/rules/function/lambda-layer-permission-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is shared with everybody',
      template: (stack) => {
        const releases = s3.Bucket.fromBucketName(stack, 'Releases', 'releases');
        const code = lambda.Code.fromBucket(releases, 'helpers.zip');
        const helpers = new lambda.LayerVersion(stack, 'Helpers', { code });
        helpers.addPermission('Everybody', { accountId: '*' });
      },
    },
    {
      name: 'everybody may use the layer',
      at: ['Permission/Properties/Principal'],
      template: `
        Permission:
          Type: AWS::Lambda::LayerVersionPermission
          Properties:
            Action: lambda:GetLayerVersion
            LayerVersionArn: arn:aws:lambda:eu-west-1:111122223333:layer:shared:1
            Principal: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 is shared with the organization',
      template: (stack) => {
        const releases = s3.Bucket.fromBucketName(stack, 'Releases', 'releases');
        const code = lambda.Code.fromBucket(releases, 'helpers.zip');
        const helpers = new lambda.LayerVersion(stack, 'Helpers', { code });
        helpers.addPermission('Organization', { accountId: '*', organizationId: 'o-1a2b3c4d5e' });
      },
    },
    {
      name: 'one organization may',
      template: `
        Permission:
          Type: AWS::Lambda::LayerVersionPermission
          Properties:
            Action: lambda:GetLayerVersion
            LayerVersionArn: arn:aws:lambda:eu-west-1:111122223333:layer:shared:1
            Principal: '*'
            OrganizationId: o-1a2b3c4d5e
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says who',
      template: `
        Parameters:
          Account:
            Type: String
        Resources:
          Permission:
            Type: AWS::Lambda::LayerVersionPermission
            Properties:
              Action: lambda:GetLayerVersion
              LayerVersionArn: arn:aws:lambda:eu-west-1:111122223333:layer:shared:1
              Principal: !Ref Account
      `,
    },
  ],
});
