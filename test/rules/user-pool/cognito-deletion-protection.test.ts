import rule from '../../../src/rules/user-pool/cognito-deletion-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the pool says nothing',
      at: ['Users/Properties/DeletionProtection'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
      `,
    },
  ],
  passes: [
    {
      name: 'it is active',
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties: { DeletionProtection: ACTIVE }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Users/Properties/DeletionProtection'],
      template: `
        Parameters:
          Protection: { Type: String }
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: { DeletionProtection: !Ref Protection }
      `,
    },
  ],
});
