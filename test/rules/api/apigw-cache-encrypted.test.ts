import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-cache-encrypted';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 turns on a cache',
      at: ['BooksDeploymentStageprod/Properties/MethodSettings/0/CacheDataEncrypted'],
      template: (stack) => {
        const books = new apigateway.RestApi(stack, 'Books', { deployOptions: { cachingEnabled: true } });
        books.root.addMethod('GET');
      },
    },
    {
      name: 'one method leaves encryption out',
      at: ['Stage/Properties/MethodSettings/1/CacheDataEncrypted'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            CacheClusterEnabled: true
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', CacheDataEncrypted: true, CachingEnabled: true }
              - { HttpMethod: GET, ResourcePath: /books, CacheDataEncrypted: false, CachingEnabled: true }
      `,
    },
    {
      name: 'a method asks for a cache without encryption, and the stage does not say whether it has one',
      at: ['Stage/Properties/MethodSettings/0/CacheDataEncrypted'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: GET, ResourcePath: /books, CacheDataEncrypted: false, CachingEnabled: true }
      `,
    },
    {
      name: 'plain text is asked for, and the stage does not say whether it has a cache',
      at: ['Stage/Properties/MethodSettings/0/CacheDataEncrypted'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', CacheDataEncrypted: false }]
      `,
    },
  ],
  passes: [
    {
      name: 'ours encrypts it',
      template: (stack) => {
        const books = new SecureApi(stack, 'Books', { deployOptions: { cachingEnabled: true } });
        books.root.addMethod('GET');
      },
    },
    {
      name: 'the cache is encrypted',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            CacheClusterEnabled: true
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', CacheDataEncrypted: true, CachingEnabled: true }
      `,
    },
    {
      name: 'there is no cache',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
    {
      name: 'the cache is off',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            CacheClusterEnabled: false
            MethodSettings:
              - { HttpMethod: GET, ResourcePath: /books, CacheDataEncrypted: false, CachingEnabled: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Cache:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              CacheClusterEnabled: !Ref Cache
      `,
    },
  ],
});
