import rule from '../../../src/rules/api/apigw-integration-credentials-caller';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the permissions of the caller are used',
      at: ['Method/Properties/Integration/Credentials'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            Integration:
              Type: AWS
              Credentials: !Sub arn:\${AWS::Partition}:iam::*:user/*
      `,
    },
  ],
  passes: [
    {
      name: 'a role is used',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            Integration:
              Type: AWS
              Credentials: arn:aws:iam::111122223333:role/books-api
      `,
    },
    {
      name: 'a function has a policy of its own',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: AWS_PROXY
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the role',
      template: `
        Parameters:
          Credentials:
            Type: String
        Resources:
          Method:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: abc
              ResourceId: def
              HttpMethod: POST
              Integration:
                Type: AWS
                Credentials: !Ref Credentials
      `,
    },
  ],
});
