import rule from '../../../src/rules/function/lambda-role-data-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the function may delete more than objects',
      at: ['Role/Properties/Policies/0/PolicyDocument/Statement/0/Action'],
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: 's3:Delete*', Resource: 'arn:aws:s3:::orders*' }
      `,
    },
  ],
  passes: [
    {
      name: 'it may read',
      template: `
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
            Policies:
              - PolicyName: data
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: ['s3:GetObject*', s3:DeleteObject], Resource: 'arn:aws:s3:::orders/*' }
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
