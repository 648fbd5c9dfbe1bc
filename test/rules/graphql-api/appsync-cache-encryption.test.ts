import rule from '../../../src/rules/graphql-api/appsync-cache-encryption';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the cache says nothing',
      at: ['Cache/Properties/AtRestEncryptionEnabled', 'Cache/Properties/TransitEncryptionEnabled'],
      template: `
        Cache:
          Type: AWS::AppSync::ApiCache
          Properties: { ApiId: a1b2c3, Type: SMALL, Ttl: 60, ApiCachingBehavior: FULL_REQUEST_CACHING }
      `,
    },
  ],
  passes: [
    {
      name: 'it says both',
      template: `
        Cache:
          Type: AWS::AppSync::ApiCache
          Properties: { ApiId: a1b2c3, Type: SMALL, Ttl: 60, ApiCachingBehavior: FULL_REQUEST_CACHING, AtRestEncryptionEnabled: true, TransitEncryptionEnabled: true }
      `,
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
