import { defineRule } from '../define-rule';
import { demand } from '../results';

const ofCaller = /^arn:(?:\$\{[^}]*\}|[^:])*:iam::\*:user\/\*$/;

export default defineRule({
  id: 'apigw-integration-credentials-caller',
  severity: 'medium',
  title: 'the API calls what is behind it with the permissions of the caller',
  why:
    'What a call may do depends on the policies of whoever makes it, not on this app: an administrator who follows a link does what the link says. ' +
    'Callers need permissions on the backend itself, and can then go there past the API.',
  serviceDefault: 'Without `Credentials` the API uses the resource policy of what it calls.',
  fix: 'set `Credentials` to a role with the one action that the integration needs, or leave it out for Lambda',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-441'] },
  notes: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html',
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Integration'],
  check: (resource) => {
    const property = resource.is('AWS::ApiGateway::Method') ? 'Integration.Credentials' : 'CredentialsArn';
    return demand(resource.read(property), (arn) => !ofCaller.test(arn.text ?? ''), 'the ARN of a role');
  },
});
