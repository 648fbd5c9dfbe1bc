import type { Application, Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { restStageTypes } from './reading/rest-stage';

const associationTypes = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'] as const;

/** Whether an association is with this stage: by reference, or by the API and the name of the stage. */
function isProtected(stage: Resource, stageName: Value, app: Application): boolean {
  const api = stage.read('RestApiId').target;
  return associationTypes.some((type) => {
    if (app.attachedTo(stage, type, 'ResourceArn').length > 0) return true;
    const withApi = api ? app.attachedTo(api, type, 'ResourceArn') : [];
    return withApi.some((association) => {
      const arn = association.read('ResourceArn').text;
      return arn?.endsWith(`/stages/${stageName.text}`) || arn?.endsWith('.Stage}');
    });
  });
}

function judge(stage: Resource, app: Application): Result {
  const name = stage.read('StageName');
  if (name.isAbsent && stage.is('AWS::ApiGateway::Deployment')) return pass();
  if (isProtected(stage, name, app)) return pass();
  const unsure = app
    .ofType(...associationTypes)
    .map((association) => association.read('ResourceArn'))
    .find((arn) => arn.isUnknown);
  if (unsure) return unknown(stage, 'a web ACL of the app protects something that is not known');
  return fail(stage, { got: 'a stage without a web ACL', wanted: 'an AWS::WAFv2::WebACLAssociation' });
}

export default defineRule({
  id: 'apigw-waf',
  severity: 'medium',
  title: 'no web application firewall stands in front of the API',
  why:
    'Scanners, floods from single addresses and well-known attack patterns reach the functions behind the API. ' +
    'Every call of them is paid for, and one weakness in the code is enough.',
  serviceDefault: 'A stage has no web ACL unless one is associated with it.',
  fix: 'associate a web ACL with the stage; `SecureApi` does with `waf: ApiFirewall.managed()`',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1', 'SAS-8'], fsbp: ['APIGateway.4'], cwe: ['CWE-693'] },
  notes:
    'REST APIs only: AWS WAF does not know HTTP and WebSocket APIs. An association made outside of the app is not seen. ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  appliesTo: restStageTypes,
  check: judge,
});
