import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { echoedParameter } from '../secret/reading/parameters';
import { isFromPlainParameter } from '../secret/reading/plain-parameter';

export default defineRule({
  id: 'docdb-password',
  severity: 'high',
  title: 'the password of the cluster stands in the template',
  why: 'Everybody who can read the template, in the repository or with CloudFormation, has the password of the administrator. It stays in the history when it is changed.',
  serviceDefault:
    'A cluster has the password that the template says, or one that Secrets Manager makes and rotates (https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-secrets-manager.html).',
  fix: 'set `ManageMasterUserPassword: true` for `MasterUserPassword`, or refer to a secret',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798'] },
  notes:
    'A default of a parameter is a password in the template too. A parameter with `NoEcho` and without one, and `{{resolve:secretsmanager:…}}`, pass; `{{resolve:ssm:…}}` reads what Parameter Store keeps unencrypted.',
  appliesTo: 'AWS::DocDB::DBCluster',
  check: (cluster) => {
    const password = cluster.read('MasterUserPassword');
    const parameter = echoedParameter(password);
    if (parameter) {
      return fail(password, {
        got: `parameter "${parameter.name}" without NoEcho`,
        wanted: 'a secret of Secrets Manager',
      });
    }
    return typeof password.scalar === 'string' || isFromPlainParameter(password)
      ? fail(password, { got: 'a password', wanted: 'a secret of Secrets Manager' })
      : pass();
  },
});
