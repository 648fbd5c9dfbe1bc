import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-client-tokens';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'access tokens hold for a day',
      at: ['UsersWeb/Properties/AccessTokenValidity'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', { accessTokenValidity: Duration.days(1) });
      },
    },
    {
      name: 'refresh tokens hold for a year and cannot be revoked',
      at: ['Web/Properties/RefreshTokenValidity', 'Web/Properties/EnableTokenRevocation'],
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, RefreshTokenValidity: 365, EnableTokenRevocation: false }
      `,
    },
  ],
  passes: [
    {
      name: 'a quarter of an hour',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', { accessTokenValidity: Duration.minutes(15) });
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
      name: 'it is a parameter',
      at: ['Web/Properties/IdTokenValidity'],
      template: `
        Parameters:
          Validity: { Type: Number }
        Resources:
          Web:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-west-1_a1b2c3, IdTokenValidity: !Ref Validity }
      `,
    },
  ],
});
