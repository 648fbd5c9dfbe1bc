import rule from '../../../src/rules/network/sg-default-closed';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing removes the rules',
      at: ['Vpc'],
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
      `,
    },
  ],
  passes: [
    {
      name: 'the CDK removes them',
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16 }
        Restrict:
          Type: Custom::VpcRestrictDefaultSG
          Properties:
            ServiceToken: arn:aws:lambda:eu-west-1:111122223333:function:restrict
            DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup
            Account: !Ref AWS::AccountId
      `,
    },
  ],
});
