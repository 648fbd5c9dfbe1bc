import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-callback-http';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the callback is plain HTTP',
      at: ['UsersWeb/Properties/CallbackURLs/0'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', {
          oAuth: { callbackUrls: ['http://shop.example.com/signed-in'] },
        });
      },
    },
  ],
  passes: [
    {
      name: 'the callback is TLS',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', {
          oAuth: { callbackUrls: ['https://shop.example.com/signed-in'] },
        });
      },
    },
    {
      name: 'TLS, a machine of a developer, and an app',
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, CallbackURLs: ['https://shop.example.com/signed-in', 'http://localhost:3000', 'shop://signed-in'] }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Web/Properties/CallbackURLs/0'],
      template: `
        Parameters:
          Callback: { Type: String }
        Resources:
          Web:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-west-1_a1b2c3, CallbackURLs: [!Ref Callback] }
      `,
    },
  ],
});
