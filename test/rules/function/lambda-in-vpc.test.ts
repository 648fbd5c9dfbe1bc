import rule from '../../../src/rules/function/lambda-in-vpc';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Orders/Properties/VpcConfig/SubnetIds'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  passes: [
    {
      name: 'the function is in a VPC',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            VpcConfig:
              SubnetIds: [subnet-0a1b2c, subnet-3d4e5f]
              SecurityGroupIds: [sg-0a1b2c]
      `,
    },
  ],
});
