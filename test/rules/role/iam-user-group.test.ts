import * as iam from 'aws-cdk-lib/aws-iam';
import rule from '../../../src/rules/role/iam-user-group';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 stands alone',
      template: (stack) => new iam.User(stack, 'Alice'),
    },
    {
      name: 'a user is in none',
      at: ['User/Properties/Groups'],
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Path: /
      `,
    },
    {
      name: 'a group has none',
      at: ['Group'],
      template: `
        Group:
          Type: AWS::IAM::Group
          Properties:
            Path: /
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 is in a group',
      template: (stack) => new iam.User(stack, 'Alice', { groups: [new iam.Group(stack, 'Readers')] }),
    },
    {
      name: 'the user is in the group',
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Groups: [!Ref Group]
        Group:
          Type: AWS::IAM::Group
          Properties:
            Path: /
      `,
    },
    {
      name: 'it was added',
      template: `
        User:
          Type: AWS::IAM::User
          Properties:
            Path: /
        Addition:
          Type: AWS::IAM::UserToGroupAddition
          Properties:
            GroupName: readers
            Users: [!Ref User]
      `,
    },
  ],
  unknown: [
    {
      name: 'the groups are a parameter without a default',
      at: ['User/Properties/Groups'],
      template: `
        Parameters:
          Groups:
            Type: CommaDelimitedList
        Resources:
          User:
            Type: AWS::IAM::User
            Properties:
              Groups: !Ref Groups
      `,
    },
  ],
});
