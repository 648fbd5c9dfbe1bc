import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'apigw-validator-partial',
  severity: 'low',
  strict: true,
  title: 'the request validator looks at one half of a request',
  why: 'A method that is added later, or one whose parameters become required, is given the validator that is there. Nobody notices that what it declares is never looked at.',
  serviceDefault:
    'A request validator validates neither body nor parameters unless it says so (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-requestvalidator.html).',
  fix: 'set `ValidateRequestBody` and `ValidateRequestParameters` to `true`, or use `SecureApi`',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1'], cwe: ['CWE-20'] },
  notes: 'Strict: where a method needs what is not validated, `apigw-request-validation` says so.',
  appliesTo: 'AWS::ApiGateway::RequestValidator',
  check: (validator) =>
    ['ValidateRequestBody', 'ValidateRequestParameters'].map((property) =>
      demand(validator.read(property), (validates) => validates.isTrue, 'true'),
    ),
});
