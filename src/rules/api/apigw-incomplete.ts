import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';

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
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::Stage'],
  check: (resource) => {
    if (resource.is('AWS::ApiGateway::Stage')) {
      return ['DeploymentId', 'StageName']
        .map((property) => resource.read(property))
        .filter((value) => value.isAbsent)
        .map((value) => fail(value, { wanted: 'one' }));
    }
    const missing = neededBy(resource).filter((value) => value.isAbsent);
    const [type, uri] = ['Type', 'Uri'].map((property) => resource.read(`Integration.${property}`));
    const isLambda = uri.text?.includes(':lambda:path/') === true;
    return [
      ...missing.map((value) => fail(value, { wanted: 'one' })),
      ...(isLambda && type.is('HTTP', 'HTTP_PROXY', 'MOCK') ? [fail(type, { wanted: '"AWS_PROXY"' })] : []),
    ];
  },
});
