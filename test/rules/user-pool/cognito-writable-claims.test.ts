import rule from '../../../src/rules/user-pool/cognito-writable-claims';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'users choose their tenant',
      at: ['Web/Properties/WriteAttributes/1'],
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, WriteAttributes: [given_name, 'custom:tenantId'] }
      `,
    },
  ],
  passes: [
    {
      name: 'users change their names',
      template: `
        Web:
          Type: AWS::Cognito::UserPoolClient
          Properties: { UserPoolId: eu-west-1_a1b2c3, WriteAttributes: [given_name, family_name, 'custom:favourite_colour'] }
      `,
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
