import rule from '../../../src/rules/function/lambda-unique-role';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'two functions have one role',
      at: ['Orders/Properties/Role', 'Refunds/Properties/Role'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
        Refunds:
          Type: AWS::Lambda::Function
          Properties:
            Role: !Sub \${Role.Arn}
      `,
    },
    {
      name: 'they name the same imported role',
      at: ['Orders/Properties/Role', 'Refunds/Properties/Role'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/everything
        Refunds:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/everything
      `,
    },
    {
      name: 'another service may assume the role too',
      at: ['Orders/Properties/Role'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: [lambda.amazonaws.com, ec2.amazonaws.com] } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
  ],
  passes: [
    {
      name: 'the function has a role of its own',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: !GetAtt Role.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the role is not part of the app',
      at: ['Orders/Properties/Role'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/orders
      `,
    },
  ],
});
