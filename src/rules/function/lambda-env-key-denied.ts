import { arnOf, canInThisWorld } from '../../iam';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';

export default defineRule({
  id: 'lambda-env-key-denied',
  severity: 'low',
  strict: true,
  title: 'the function can read its environment only as long as a grant that nobody sees lives',
  why: 'The role may not decrypt with the key. What works is a grant that Lambda wrote when somebody with the right to it deployed the function; where the role is made anew or the grant is retired, no invocation starts any more.',
  serviceDefault:
    'Lambda decrypts the environment as the execution role, by its policies, the key policy or a grant (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html).',
  fix: "allow `kms:Decrypt` on the key to the role, with the condition `Null: { lambda:SourceFunctionArn: 'true' }`, or use `SecureFunction`",
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => {
    const [at, role] = [fn.read('KmsKeyArn'), fn.read('Role').target];
    const key = at.target;
    if (fn.read('Environment.Variables').entries.length === 0) return [];
    if (!key?.is('AWS::KMS::Key') || !role?.is('AWS::IAM::Role')) return [];
    const { decision, because } = canInThisWorld(role, 'kms:Decrypt', key, {
      context: {
        'kms:ViaService': 'lambda.${AWS::Region}.amazonaws.com',
        'kms:EncryptionContext:aws:lambda:FunctionArn': arnOf(fn),
      },
    });
    if (decision === 'unknown') return unknown(at, because);
    return decision === 'denied' ? fail(at, { got: `no kms:Decrypt for ${role}`, wanted: 'a role that may' }) : [];
  },
});
