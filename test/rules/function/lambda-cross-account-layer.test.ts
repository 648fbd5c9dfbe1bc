import rule from '../../../src/rules/function/lambda-cross-account-layer';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: "the layer is somebody else's",
      at: ['Orders/Properties/Layers/0'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Layers:
              - !Sub arn:\${AWS::Partition}:lambda:\${AWS::Region}:111122223333:layer:helpers:7
      `,
    },
  ],
  passes: [
    {
      name: 'the layer is of this app, of this account, or of AWS',
      template: `
        Helpers:
          Type: AWS::Lambda::LayerVersion
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Layers:
              - !Ref Helpers
              - !Sub arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:layer:helpers:7
              - arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:53
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the layer',
      at: ['Orders/Properties/Layers/0'],
      template: `
        Parameters:
          Layer:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Layers: [!Ref Layer]
      `,
    },
  ],
});
