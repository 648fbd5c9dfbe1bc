import rule from '../../../src/rules/function/lambda-layer-permission-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
