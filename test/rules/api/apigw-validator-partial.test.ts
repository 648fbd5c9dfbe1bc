import rule from '../../../src/rules/api/apigw-validator-partial';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'only the body is validated',
      at: ['Validator/Properties/ValidateRequestParameters'],
      template: `
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties: { RestApiId: a1b2c3d4e5, ValidateRequestBody: true }
      `,
    },
  ],
  passes: [
    {
      name: 'both are',
      template: `
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties: { RestApiId: a1b2c3d4e5, ValidateRequestBody: true, ValidateRequestParameters: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'one is a parameter',
      at: ['Validator/Properties/ValidateRequestBody'],
      template: `
        Parameters:
          Validates: { Type: String }
        Resources:
          Validator:
            Type: AWS::ApiGateway::RequestValidator
            Properties:
              RestApiId: a1b2c3d4e5
              ValidateRequestBody: !Ref Validates
              ValidateRequestParameters: true
      `,
    },
  ],
});
