import rule from '../../../src/rules/api/apigw-client-cert';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no certificate',
      at: ['Stage/Properties/ClientCertificateId'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Certificate:
          Type: AWS::ApiGateway::ClientCertificate
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            ClientCertificateId: !Ref Certificate
      `,
    },
  ],
});
