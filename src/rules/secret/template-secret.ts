import { secretsIn } from './reading/texts';
import { inWords } from '../../facts/secrets';
import { Value } from '../../template';
import { defineRule } from '../define-rule';
import { isDeclaredNotSecret } from '../function/reading/environment';
import { fail } from '../results';

export default defineRule({
  id: 'template-secret',
  severity: 'high',
  title: 'the template holds what looks like a secret',
  why: 'Everybody who can read the repository, the template, the stack or the resource learns the secret, and it stays in the history of all of them. With it they act as the application does, until somebody rotates it.',
  serviceDefault:
    'CloudFormation shows templates, defaults of parameters without `NoEcho`, outputs and metadata to everybody who may call GetTemplate or DescribeStacks (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html).',
  fix: 'keep the value in Secrets Manager and refer to it: `{{resolve:secretsmanager:…}}` where the service takes a secret, its ARN where code reads it',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798', 'CWE-312'] },
  notes:
    'A heuristic over names, shapes and the properties that take nothing but a secret, in every resource, parameter, mapping, output, description and metadata. ' +
    'Places that a rule of their own looks at are left to it. Dynamic references and references to secrets are none.',
  appliesTo: '*',
  check: (resource) =>
    secretsIn(resource).flatMap(({ evidence, name, node, path }) =>
      isDeclaredNotSecret(resource, name)
        ? []
        : fail(Value.of(resource, path, node), { got: inWords(evidence), wanted: 'a reference to the secret' }),
    ),
});
