import rule from '../../../src/rules/api/apigw-api-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no key is asked for',
      at: ['Method/Properties/ApiKeyRequired'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: GET
      `,
    },
  ],
  passes: [
    {
      name: 'a key is asked for',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: GET
            ApiKeyRequired: true
      `,
    },
  ],
});
