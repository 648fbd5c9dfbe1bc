import rule from '../../../src/rules/api/apigw-cache-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no cache',
      at: ['Stage/Properties/CacheClusterEnabled'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            CacheClusterEnabled: true
      `,
    },
  ],
});
