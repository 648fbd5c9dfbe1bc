import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-callback-placeholder';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says so where nothing is said',
      at: ['UsersClient/Properties/CallbackURLs/0'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client');
      },
    },
  ],
  passes: [
    {
      name: 'users go back to the app',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client', { oAuth: { callbackUrls: ['https://shop.example.com/signed-in'] } });
      },
    },
    {
      name: 'nobody signs in through the pages of Cognito',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client', { disableOAuth: true });
      },
    },
  ],
});
