import rule from '../../../src/rules/user-pool/cognito-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no association',
      at: ['Users'],
      template: `
        Users:
          Type: AWS::Cognito::UserPool
      `,
    },
  ],
  passes: [
    {
      name: 'a web ACL is associated',
      template: `
        Users:
          Type: AWS::Cognito::UserPool
        Firewall:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: !GetAtt Users.Arn
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shared/a1b2c3
      `,
    },
  ],
  unknown: [
    {
      name: 'a web ACL protects something that is given at deployment',
      at: ['Users'],
      template: `
        Parameters:
          Protected: { Type: String }
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
          Firewall:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              ResourceArn: !Ref Protected
              WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shared/a1b2c3
      `,
    },
  ],
});
