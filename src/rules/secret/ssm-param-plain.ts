import { findSecret, tellingName } from '../../facts/secrets';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** The ARN of something whose other parts are only known after deployment. */
function isSafe(text: string | undefined): boolean {
  return /^arn:/.test(text ?? '');
}

export default defineRule({
  id: 'ssm-param-plain',
  severity: 'high',
  title: 'the name of the parameter says that it holds a secret',
  why: 'A parameter that CloudFormation makes is no `SecureString`: what it holds is stored and shown in plain text, to everybody who may read parameters, and in the stack.',
  serviceDefault:
    'CloudFormation makes `String` and `StringList` parameters only, which are stored in plain text (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html).',
  fix: 'use `SecureStringParameter`, or make it an `AWS::SecretsManager::Secret`; call what is no secret otherwise',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-312'] },
  notes: 'ARNs, references, addresses, switches and numbers pass: they say where the secret is, or about it.',
  appliesTo: 'AWS::SSM::Parameter',
  check: (parameter) => {
    const name = parameter.read('Name').text ?? parameter.logicalId.replace(/(SSM)?Param(eter)?[0-9A-F]*$/, '');
    const value = parameter.read('Value');
    if (tellingName(name) === undefined || value.isReference) return pass();
    const isPlain = value.isUnknown ? !isSafe(value.text) : findSecret(name, value.text ?? '') !== undefined;
    return isPlain
      ? fail(value, { got: `a value that is stored in plain text`, wanted: 'a secret of Secrets Manager' })
      : pass();
  },
});
