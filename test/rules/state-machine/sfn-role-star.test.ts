import rule from '../../../src/rules/state-machine/sfn-role-star';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it may do everything with tables',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }
            Policies:
              - PolicyName: call
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: dynamodb:*, Resource: "*" }
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: !GetAtt Role.Arn
      `,
    },
  ],
  passes: [
    {
      name: 'it may invoke functions',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }
            Policies:
              - PolicyName: call
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: lambda:InvokeFunction, Resource: "*" }
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: !GetAtt Role.Arn
      `,
    },
    {
      name: 'the role is one of something else',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: { Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }
            Policies:
              - PolicyName: call
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: dynamodb:*, Resource: "*" }
      `,
    },
  ],
  unknown: [
    {
      name: 'the role is not part of the application',
      at: ['Shipping/Properties/RoleArn'],
      template: `
        Shipping:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/shipping
      `,
    },
  ],
});
