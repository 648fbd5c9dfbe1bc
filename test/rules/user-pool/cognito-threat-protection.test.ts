import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/user-pool/cognito-threat-protection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Users/Properties/UserPoolAddOns/AdvancedSecurityMode'],
      template: (stack) => new cognito.UserPool(stack, 'Users'),
    },
    {
      name: 'it only counts',
      at: ['Users/Properties/UserPoolAddOns/AdvancedSecurityMode'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties:
            UserPoolAddOns: { AdvancedSecurityMode: AUDIT }
      `,
    },
    {
      name: 'the custom flow is left out',
      at: ['Users/Properties/UserPoolAddOns/AdvancedSecurityAdditionalFlows/CustomAuthMode'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
          Properties:
            UserPoolTier: PLUS
            LambdaConfig: { DefineAuthChallenge: arn:aws:lambda:eu-west-1:111122223333:function:define }
            UserPoolAddOns: { AdvancedSecurityMode: ENFORCED }
      `,
    },
  ],
  passes: [
    {
      name: 'it is enforced',
      template: (stack) =>
        new cognito.UserPool(stack, 'Users', {
          featurePlan: cognito.FeaturePlan.PLUS,
          standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Users/Properties/UserPoolAddOns/AdvancedSecurityMode'],
      template: `
        Parameters:
          Mode: { Type: String }
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolAddOns: { AdvancedSecurityMode: !Ref Mode }
      `,
    },
  ],
});
