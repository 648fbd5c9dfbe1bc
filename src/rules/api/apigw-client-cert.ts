import { defineRule } from '../define-rule';
import { fail } from '../results';
import { judgeRestStage, restStageTypes } from './reading/rest-stage';

export default defineRule({
  id: 'apigw-client-cert',
  severity: 'low',
  strict: true,
  title: 'an HTTP backend cannot tell the API from other callers',
  why:
    'Without a client certificate the backend has to take calls from everybody who finds its address. ' +
    'They go past the authorization and the limits of the API.',
  serviceDefault:
    'Without `ClientCertificateId` API Gateway shows no certificate (https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html).',
  fix: 'set `ClientCertificateId`, and let the backend ask for it',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-2'], fsbp: ['APIGateway.2'], cwe: ['CWE-287'] },
  notes: 'Strict, because it is for HTTP backends: Lambda does not look at certificates.',
  appliesTo: restStageTypes,
  check: (stage) =>
    judgeRestStage(stage, (settings) =>
      settings.read('ClientCertificateId').isAbsent
        ? fail(settings.read('ClientCertificateId'), { wanted: 'a client certificate' })
        : [],
    ),
});
