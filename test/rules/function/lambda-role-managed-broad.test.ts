import rule from '../../../src/rules/function/lambda-role-managed-broad';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function has full access to every bucket',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            ManagedPolicyArns:
              - !Sub arn:\${AWS::Partition}:iam::aws:policy/AmazonS3FullAccess
      `,
    },
    {
      name: 'it does under one condition',
      at: ['Role/Properties/ManagedPolicyArns/0'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
              ManagedPolicyArns:
                - !If [IsDemo, arn:aws:iam::aws:policy/AdministratorAccess, !Ref AWS::NoValue]
      `,
    },
  ],
  passes: [
    {
      name: 'the function may write its log',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      `,
    },
  ],
  unknown: [
    {
      name: 'the role is not part of the app',
      at: ['Orders/Properties/Role'],
      template: `
        Parameters:
          RoleArn:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Role: !Ref RoleArn
      `,
    },
  ],
});
