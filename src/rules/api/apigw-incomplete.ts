import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import type { Result } from '../results';

/** What else a kind of authorization needs: who is to look at the token, and where it is. */
function neededToAuthorize(resource: Resource): readonly Value[] {
  if (resource.is('AWS::ApiGateway::Authorizer')) {
    const ofPool = resource.read('Type').is('COGNITO_USER_POOLS');
    const hasToken = ofPool || resource.read('Type').is('TOKEN');
    return [
      ...(hasToken ? [resource.read('IdentitySource')] : []),
      ...(ofPool ? [resource.read('ProviderARNs.0')] : []),
    ];
  }
  const asks = resource.read('AuthorizationType').is('CUSTOM', 'COGNITO_USER_POOLS');
  return asks ? [resource.read('AuthorizerId')] : [];
}

/** What a method needs behind it: with a response of its own nothing, otherwise an address and how it is called. */
function neededBy(method: Resource): readonly Value[] {
  const integration = method.read('Integration');
  const type = integration.read('Type');
  if (integration.isAbsent || type.isAbsent) return [integration.isAbsent ? integration : type];
  if (type.isUnknown || type.is('MOCK')) return [];
  return [integration.read('Uri'), integration.read('IntegrationHttpMethod')];
}

export default defineRule({
  id: 'apigw-incomplete',
  severity: 'low',
  title: 'the API is one that API Gateway does not deploy',
  why: 'A method without something behind it stops the deployment of the whole API: what was deployed before stays in force, with the method that somebody wanted to close still open.',
  serviceDefault:
    'An integration that is no mock needs `Uri` and `IntegrationHttpMethod` (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html), an integration for Lambda the type `AWS` or `AWS_PROXY`, a stage a deployment and a name (https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html).',
  fix: 'write `Integration` with `Type`, `Uri` and `IntegrationHttpMethod` (POST for Lambda), and `DeploymentId` and `StageName` for the stage',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::Stage', 'AWS::ApiGateway::Authorizer'],
  check: (resource) => {
    if (resource.is('AWS::ApiGateway::Stage')) {
      return required(['DeploymentId', 'StageName'].map((it) => resource.read(it)));
    }
    if (resource.is('AWS::ApiGateway::Authorizer')) return required(neededToAuthorize(resource));
    const [type, uri] = ['Type', 'Uri'].map((property) => resource.read(`Integration.${property}`));
    const isLambda = uri.text?.includes(':lambda:path/') === true;
    return [
      ...required([...neededBy(resource), ...neededToAuthorize(resource)]),
      ...(isLambda && type.is('HTTP', 'HTTP_PROXY', 'MOCK') ? [fail(type, { wanted: '"AWS_PROXY"' })] : []),
    ];
  },
});

function required(values: readonly Value[]): readonly Result[] {
  return values.filter((value) => value.isAbsent).map((value) => fail(value, { wanted: 'one' }));
}
