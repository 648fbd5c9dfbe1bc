import rule from '../../../src/rules/function/lambda-role-self-update';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function may replace code',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: deploy
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: ['lambda:UpdateFunction*'], Resource: '*' }
      `,
    },
    {
      name: 'it may extend roles',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            Roles: [!Ref Role]
            PolicyDocument:
              Statement:
                - { Effect: Allow, Action: IAM:PutRolePolicy, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'it may invoke a function',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: invoke
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: lambda:InvokeFunction, Resource: arn:aws:lambda:eu-west-1:111122223333:function:mail }
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
            Role: !ImportValue OrdersRoleArn
      `,
    },
  ],
});
