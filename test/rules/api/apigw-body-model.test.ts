import rule from '../../../src/rules/api/apigw-body-model';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is a validator and no model',
      at: ['Method/Properties/RequestModels'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: ghi
      `,
    },
    {
      name: 'another content type gets past the model',
      at: ['Method/Properties/RequestModels/$default'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: PUT
            RequestValidatorId: ghi
            RequestModels:
              application/json: Author
      `,
    },
    {
      name: 'the model accepts everything',
      at: ['Method/Properties/RequestModels/$default'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: ghi
            RequestModels:
              $default: Empty
      `,
    },
  ],
  passes: [
    {
      name: 'every content type has a model',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: ghi
            RequestModels:
              $default: Author
              application/json: Author
      `,
    },
    {
      name: 'there is no body',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: GET
            RequestValidatorId: ghi
      `,
    },
  ],
});
