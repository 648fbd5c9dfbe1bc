import rule from '../../../src/rules/api/apigw-compression';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Api/Properties/MinimumCompressionSize'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
      `,
    },
  ],
  passes: [
    {
      name: 'large answers are compressed',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            MinimumCompressionSize: 1024
      `,
    },
  ],
});
