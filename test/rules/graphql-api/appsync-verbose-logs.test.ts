import rule from '../../../src/rules/graphql-api/appsync-verbose-logs';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/LogConfig/ExcludeVerboseContent'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            Name: orders
            AuthenticationType: AWS_IAM
            LogConfig: { FieldLogLevel: ALL, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
  ],
  passes: [
    {
      name: 'it is excluded',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            Name: orders
            AuthenticationType: AWS_IAM
            LogConfig: { FieldLogLevel: ALL, ExcludeVerboseContent: true, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/LogConfig/ExcludeVerboseContent'],
      template: `
        Parameters:
          Exclude: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
              LogConfig: { FieldLogLevel: ALL, ExcludeVerboseContent: !Ref Exclude, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
  ],
});
