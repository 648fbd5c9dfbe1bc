import rule from '../../../src/rules/api/apigw-stage-variable-secret';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a password is written out',
      at: ['Stage/Properties/Variables/backendPassword'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            Variables:
              backendPassword: correct-horse
              backend: books.example.com
      `,
    },
    {
      name: 'CloudFormation writes a secret there',
      at: ['Stage/Properties/StageVariables/token'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: prod
            StageVariables:
              token: '{{resolve:secretsmanager:books:SecretString:token}}'
      `,
    },
  ],
  passes: [
    {
      name: 'the variables say where to go',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            Variables:
              backend: books.example.com
      `,
    },
  ],
});
