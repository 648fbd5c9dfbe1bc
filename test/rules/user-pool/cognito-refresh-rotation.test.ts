import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-refresh-rotation';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 leaves it off',
      at: ['UsersClient/Properties/RefreshTokenRotation/Feature'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client', { disableOAuth: true });
      },
    },
  ],
  passes: [
    {
      name: 'each token works once',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Client', { disableOAuth: true, refreshTokenRotationGracePeriod: Duration.seconds(0) });
      },
    },
    {
      name: 'a machine gets no refresh token',
      template: `
        Client:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-central-1_a1b2c3, GenerateSecret: true, AllowedOAuthFlows: [client_credentials] }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says whether',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Client:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-central-1_a1b2c3, RefreshTokenRotation: { Feature: !Ref Given } }
      `,
    },
  ],
});
