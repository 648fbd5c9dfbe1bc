import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-writable-claims';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'users choose their tenant',
      at: ['UsersWeb/Properties/WriteAttributes/0'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users', {
          customAttributes: { tenant: new cognito.StringAttribute({ mutable: true }) },
        });
        users.addClient('Web', {
          writeAttributes: new cognito.ClientAttributes()
            .withStandardAttributes({ givenName: true })
            .withCustomAttributes('tenant'),
        });
      },
    },
  ],
  passes: [
    {
      name: 'users change their names',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users', {
          customAttributes: { tenant: new cognito.StringAttribute({ mutable: false }) },
        });
        users.addClient('Web', {
          writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ givenName: true }),
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the attributes are a parameter',
      at: ['Web/Properties/WriteAttributes'],
      template: `
        Parameters:
          Attributes: { Type: CommaDelimitedList }
        Resources:
          Web:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-west-1_a1b2c3, WriteAttributes: !Ref Attributes }
      `,
    },
  ],
});
