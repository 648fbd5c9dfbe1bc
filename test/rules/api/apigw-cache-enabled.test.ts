import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-cache-enabled';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 makes none',
      at: ['BooksDeploymentStageprod/Properties/CacheClusterEnabled'],
      template: (stack) => {
        const books = new apigateway.RestApi(stack, 'Books');
        books.root.addMethod('GET');
      },
    },
  ],
  passes: [
    {
      name: 'a cache is asked for',
      template: (stack) => {
        const books = new SecureApi(stack, 'Books', { deployOptions: { cachingEnabled: true } });
        books.root.addMethod('GET');
      },
    },
  ],
});
