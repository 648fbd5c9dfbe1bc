import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-client-flows';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the password is sent, and the tokens come with the address',
      at: ['UsersWeb/Properties/ExplicitAuthFlows/0', 'UsersWeb/Properties/AllowedOAuthFlows/0'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', {
          authFlows: { userPassword: true },
          oAuth: { flows: { implicitCodeGrant: true }, callbackUrls: ['https://shop.example.com/signed-in'] },
        });
      },
    },
    {
      name: 'the tokens come with the address',
      at: ['Web/Properties/AllowedOAuthFlows/0'],
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, AllowedOAuthFlows: [implicit] }
      `,
    },
    {
      name: 'the password is sent',
      at: ['Web/Properties/ExplicitAuthFlows/0'],
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH] }
      `,
    },
  ],
  passes: [
    {
      name: 'SRP and the code grant',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', {
          authFlows: { userSrp: true },
          oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls: ['https://shop.example.com/signed-in'] },
        });
      },
    },
    {
      name: 'the client says nothing',
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3 }
      `,
    },
  ],
  unknown: [
    {
      name: 'the grants are a parameter',
      at: ['Web/Properties/AllowedOAuthFlows'],
      template: `
        Parameters:
          Grants: { Type: CommaDelimitedList }
        Resources:
          Web:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-west-1_a1b2c3, AllowedOAuthFlows: !Ref Grants }
      `,
    },
  ],
});
