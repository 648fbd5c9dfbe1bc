import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-client-enumeration';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['UsersWeb/Properties/PreventUserExistenceErrors'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web');
      },
    },
  ],
  passes: [
    {
      name: 'it answers alike',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        users.addClient('Web', { preventUserExistenceErrors: true });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Web/Properties/PreventUserExistenceErrors'],
      template: `
        Parameters:
          Errors: { Type: String }
        Resources:
          Web:
            Type: AWS::Cognito::UserPoolClient
            Properties: { UserPoolId: eu-west-1_a1b2c3, PreventUserExistenceErrors: !Ref Errors }
      `,
    },
  ],
});
