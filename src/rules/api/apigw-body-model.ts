import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { takesBody } from './reading/method';

export default defineRule({
  id: 'apigw-body-model',
  severity: 'medium',
  title: 'a body is not checked against a model',
  why:
    'A validator without a model lets every body through, and so does one whose models are for other content types: the caller chooses the header. ' +
    'Missing fields, wrong types and objects where a text is expected reach the function.',
  serviceDefault:
    'API Gateway validates a body only where a model is registered for its content type, or for `$default`.',
  fix: 'register a model in `RequestModels` (`requestModels`) for `$default`, beside those for named content types',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1'], cwe: ['CWE-20'] },
  notes:
    'Methods without a validator are the matter of `apigw-request-validation`. The built-in model `Empty` accepts everything. ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  appliesTo: 'AWS::ApiGateway::Method',
  check: (method) => {
    if (!takesBody(method) || method.read('RequestValidatorId').isAbsent) return pass();
    const models = method.read('RequestModels');
    if (models.isUnknown) return unknown(models);
    const empty = models.entries.find(([, model]) => model.is('Empty'));
    if (empty) return fail(empty[1], { wanted: 'a model that says what the body holds' });
    if (models.entries.length === 0) return fail(models, { wanted: 'a model for $default' });
    const fallback = models.read(['$default']);
    return fallback.isAbsent ? fail(fallback, { wanted: 'a model for content types that are not named' }) : pass();
  },
});
