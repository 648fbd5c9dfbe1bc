import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-idp-http';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the metadata comes over plain HTTP',
      at: ['Company/Properties/ProviderDetails/MetadataURL'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        new cognito.UserPoolIdentityProviderSaml(stack, 'Company', {
          userPool: users,
          metadata: cognito.UserPoolIdentityProviderSamlMetadata.url('http://login.example.com/metadata.xml'),
        });
      },
    },
  ],
  passes: [
    {
      name: 'it comes over TLS',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        new cognito.UserPoolIdentityProviderSaml(stack, 'Company', {
          userPool: users,
          metadata: cognito.UserPoolIdentityProviderSamlMetadata.url('https://login.example.com/metadata.xml'),
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the provider',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Company:
            Type: AWS::Cognito::UserPoolIdentityProvider
            Properties:
              UserPoolId: eu-central-1_a1b2c3
              ProviderName: company
              ProviderType: OIDC
              ProviderDetails: { client_id: a1b2c3, oidc_issuer: !Ref Given }
      `,
    },
  ],
});
