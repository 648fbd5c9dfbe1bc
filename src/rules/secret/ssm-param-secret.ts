import { findSecret, inWords } from '../../facts/secrets';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

/** What services give out as secrets: `SecretAccessKey` of an access key, `ClientSecret` of a user pool client. */
const isSecretAttribute = /(Secret|SecretAccessKey|Password)$/;

export default defineRule({
  id: 'ssm-param-secret',
  severity: 'high',
  title: 'the parameter holds what looks like a secret',
  why: 'Everybody who can read the repository, the template or the parameters of the account learns the secret. With it they act as the application does, until somebody rotates it.',
  serviceDefault:
    'CloudFormation makes `String` and `StringList` parameters only, which are stored in plain text (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html).',
  fix: 'use `SecureStringParameter`, or put the value into Secrets Manager; leave its name in the template',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798', 'CWE-312'] },
  notes: 'A heuristic over shapes. What the name of the parameter says is the matter of `ssm-param-plain`.',
  appliesTo: 'AWS::SSM::Parameter',
  check: (parameter) => {
    const value = parameter.read('Value');
    if (isSecretAttribute.test(value.attribute ?? '')) return fail(value, { wanted: 'a secret of Secrets Manager' });
    const secret = value.text === undefined ? undefined : findSecret('', value.text);
    return secret ? fail(value, { got: inWords(secret), wanted: 'the name of the secret, not its value' }) : pass();
  },
});
