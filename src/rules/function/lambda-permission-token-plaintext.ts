import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { echoedParameter } from '../secret/reading/parameters';
import { isFromPlainParameter } from '../secret/reading/plain-parameter';

/** An Alexa skill's id names the skill, and keeps nothing secret. */
const skillId = /^amzn1\.ask\.skill\./;

const wanted = 'a parameter with NoEcho and without a default';

export default defineRule({
  id: 'lambda-permission-token-plaintext',
  severity: 'high',
  title: 'the token that callers have to show is written in the template',
  why:
    'Everybody who can read the repository, the template or the stack learns the token that tells real callers from others. ' +
    'With it they can have the service invoke the function with events of their choice.',
  serviceDefault:
    'Without `EventSourceToken` no token is asked for (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html).',
  fix: 'pass the token as a parameter with `NoEcho` and no default, or restrict the permission by `SourceArn` instead',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798'] },
  notes: 'The id of an Alexa skill (`amzn1.ask.skill.…`) is not a secret and passes.',
  appliesTo: 'AWS::Lambda::Permission',
  check: (permission) => {
    const token = permission.read('EventSourceToken');
    if (echoedParameter(token)) {
      return fail(token, { got: 'a parameter without NoEcho', wanted });
    }
    if (isFromPlainParameter(token)) return fail(token, { got: 'a parameter kept in plain text', wanted });
    if (token.scalar === undefined || skillId.test(String(token.scalar))) return pass();
    return fail(token, { got: 'a token in plain text', wanted });
  },
});
