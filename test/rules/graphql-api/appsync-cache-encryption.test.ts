import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-cache-encryption';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cache says nothing',
      at: ['Cache/Properties/AtRestEncryptionEnabled', 'Cache/Properties/TransitEncryptionEnabled'],
      template: (stack) => {
        const orders = new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        });
        new appsync.CfnApiCache(stack, 'Cache', {
          apiId: orders.apiId,
          apiCachingBehavior: 'FULL_REQUEST_CACHING',
          type: 'SMALL',
          ttl: 60,
        });
      },
    },
  ],
  passes: [
    {
      name: 'it says both',
      template: (stack) => {
        const orders = new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        });
        new appsync.CfnApiCache(stack, 'Cache', {
          apiId: orders.apiId,
          apiCachingBehavior: 'FULL_REQUEST_CACHING',
          type: 'SMALL',
          ttl: 60,
          atRestEncryptionEnabled: true,
          transitEncryptionEnabled: true,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Cache/Properties/AtRestEncryptionEnabled'],
      template: `
        Parameters:
          Encrypt: { Type: String }
        Resources:
          Cache:
            Type: AWS::AppSync::ApiCache
            Properties: { ApiId: a1b2c3, Type: SMALL, Ttl: 60, ApiCachingBehavior: FULL_REQUEST_CACHING, AtRestEncryptionEnabled: !Ref Encrypt, TransitEncryptionEnabled: true }
      `,
    },
  ],
});
