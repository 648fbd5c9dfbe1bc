import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/user-pool/cognito-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [{ name: 'the L2 has no web ACL', at: ['Users'], template: (stack) => new cognito.UserPool(stack, 'Users') }],
  passes: [
    {
      name: 'one is associated',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        new wafv2.CfnWebACLAssociation(stack, 'Firewall', {
          resourceArn: users.userPoolArn,
          webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/a1b2c3d4',
        });
      },
    },
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
