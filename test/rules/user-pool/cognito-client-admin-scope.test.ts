import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-client-admin-scope';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 gives it where nothing is said',
      at: ['UsersClient/Properties/AllowedOAuthScopes/4'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client');
      },
    },
  ],
  passes: [
    {
      name: 'the client knows who the user is',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client', {
          oAuth: { callbackUrls: ['https://shop.example.com/signed-in'], scopes: [cognito.OAuthScope.OPENID] },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the scope',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Client:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-central-1_a1b2c3, AllowedOAuthScopes: [openid, !Ref Given] }
      `,
    },
  ],
});
