import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { protocolOf } from './reading/protocol';

export default defineRule({
  id: 'apigwv2-integration-tls',
  severity: 'medium',
  title: 'the API talks to the private backend without TLS',
  why:
    'What callers sent over TLS goes through the VPC in plain text, tokens among it. ' +
    'Whoever gets into that network, or mirrors its traffic, reads and changes it.',
  serviceDefault: 'Without `TlsConfig` an HTTP API talks HTTP to what is behind its VPC link.',
  fix: 'set `TlsConfig.ServerNameToVerify` to the name on the certificate of the backend',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['APIGateway.10'], cwe: ['CWE-319'] },
  notes:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html#cfn-apigatewayv2-integration-tlsconfig',
  appliesTo: 'AWS::ApiGatewayV2::Integration',
  check: (integration) => {
    const connection = integration.read('ConnectionType');
    if (connection.isUnknown) return unknown(connection);
    if (!connection.is('VPC_LINK') || protocolOf(integration) === 'WEBSOCKET') return pass();
    const tls = integration.read('TlsConfig');
    return tls.isAbsent ? fail(tls, { wanted: 'ServerNameToVerify' }) : pass();
  },
});
