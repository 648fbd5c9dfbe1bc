import { defineRule } from '../define-rule';
import { demand } from '../results';
import { definitionOf, operationsOf } from './reading/open-api';

const place = ['x-amazon-apigateway-integration', 'tlsConfig', 'insecureSkipVerification'];

export default defineRule({
  id: 'apigw-integration-unverified',
  severity: 'high',
  title: 'the API does not ask who signed the certificate of the backend',
  why:
    'Whoever is on the way shows a certificate that they signed themselves, and API Gateway takes it. ' +
    'They read what callers sent, tokens among it, and answer in place of the backend.',
  serviceDefault:
    'API Gateway takes certificates of known authorities only, unless `insecureSkipVerification` is set, which it does not recommend (https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html).',
  fix: 'remove `insecureSkipVerification`, and give the backend a certificate of a public authority or of AWS Private CA',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-295'] },
  notes: 'Only OpenAPI definitions can say so: `AWS::ApiGateway::Method` has no property for it.',
  appliesTo: 'AWS::ApiGateway::RestApi',
  check: (api) =>
    operationsOf(definitionOf(api)).map(({ value }) => demand(value.read(place), (skip) => !skip.isTrue, 'false')),
});
