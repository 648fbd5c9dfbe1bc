import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** In a template for an answer, what tells about the inside. */
const ofGateway = /\$?context\.error\.validationErrorString|\$input\.(?:body|json|path)|stackTrace/i;
const ofIntegration = /stackTrace|errorMessage|errorType|\$input\.body|\$input\.json\(\s*['"]\$['"]\s*\)/i;

function judgeTemplates(templates: Value, telling: RegExp) {
  return templates.entries.map(([, template]) => {
    const found = telling.exec(template.text ?? '');
    return found ? fail(template, { got: `an answer with ${found[0]}`, wanted: 'a fixed text' }) : pass();
  });
}

/** The answers for errors: those that a pattern over the error of the function selects, or with such a status. */
function errorResponses(method: Resource): readonly Value[] {
  return method
    .read('Integration.IntegrationResponses')
    .items.filter((response) => /^5/.test(response.read('StatusCode').text ?? '') || !isPlain(response));
}

function isPlain(response: Value): boolean {
  const pattern = response.read('SelectionPattern');
  return pattern.isAbsent || pattern.is('', '2\\d{2}', '200');
}

export default defineRule({
  id: 'apigw-verbose-errors',
  severity: 'low',
  title: 'errors tell callers about the inside of the app',
  why:
    'The answer holds what the validation or the function said: names of fields, stack traces, messages of libraries and databases. ' +
    'Somebody who sends broken requests learns from them how to send better ones.',
  serviceDefault: 'Gateway responses hold a short fixed message; integration responses hold what the template maps.',
  fix: 'answer with a fixed text, and log the details with `$context.error.validationErrorString`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-10'], cwe: ['CWE-209'] },
  notes:
    '`$context.error.messageString`, the default of the service, passes. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html',
  appliesTo: ['AWS::ApiGateway::GatewayResponse', 'AWS::ApiGateway::Method'],
  check: (resource) =>
    resource.is('AWS::ApiGateway::Method')
      ? errorResponses(resource).flatMap((response) =>
          judgeTemplates(response.read('ResponseTemplates'), ofIntegration),
        )
      : ['ResponseTemplates', 'ResponseParameters'].flatMap((part) => judgeTemplates(resource.read(part), ofGateway)),
});
