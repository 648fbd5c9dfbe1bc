import type { GrantRow } from './row';

const readSecret = { secret: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'] };
const writeSecret = {
  secret: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret', 'secretsmanager:UpdateSecretVersionStage'],
};
const decryptSecret = { through: 'secretsmanager', actions: ['kms:Decrypt'] };
/** The key policy names the role, and the role the secret. */
const inTwoStacks = /would create a cyclic reference/;
const keyElsewhere =
  'the use of a customer key is written into the policy of the key, through Secrets Manager only; a secret and its key in another stack cannot be granted by the library, whatever the role is, and the policy of an imported key is its owner’s';

/** Keys, secrets, parameters, users and configuration. */
export const secrets: readonly GrantRow[] = [
  {
    grants: ['kms.Key.grantEncrypt', 'kms.KeyGrants.encrypt'],
    of: ['key'],
    gives: { key: ['kms:Encrypt', 'kms:GenerateDataKey'] },
    decided: 'without re-encryption, which decrypts: under another key that the attacker can read with',
  },
  {
    grants: ['kms.Alias.grantEncrypt'],
    of: ['alias'],
    gives: { key: ['kms:Encrypt', 'kms:GenerateDataKey'] },
  },
  {
    grants: ['kms.Key.grantDecrypt', 'kms.KeyGrants.decrypt'],
    of: ['key'],
    gives: { key: ['kms:Decrypt'] },
  },
  { grants: ['kms.Alias.grantDecrypt'], of: ['alias'], gives: { key: ['kms:Decrypt'] } },
  {
    grants: ['kms.Key.grantEncryptDecrypt', 'kms.KeyGrants.encryptDecrypt'],
    of: ['key'],
    gives: { key: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] },
  },
  {
    grants: ['kms.Alias.grantEncryptDecrypt'],
    of: ['alias'],
    gives: { key: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] },
  },
  { grants: ['kms.Key.grantSign', 'kms.KeyGrants.sign'], of: ['signing key'], gives: { key: ['kms:Sign'] } },
  { grants: ['kms.Key.grantVerify', 'kms.KeyGrants.verify'], of: ['signing key'], gives: { key: ['kms:Verify'] } },
  {
    grants: ['kms.Key.grantSignVerify', 'kms.KeyGrants.signVerify'],
    of: ['signing key'],
    gives: { key: ['kms:Sign', 'kms:Verify'] },
  },
  {
    grants: ['kms.Key.grantGenerateMac', 'kms.KeyGrants.generateMac'],
    of: ['mac key'],
    gives: { key: ['kms:GenerateMac'] },
  },
  { grants: ['kms.Key.grantVerifyMac', 'kms.KeyGrants.verifyMac'], of: ['mac key'], gives: { key: ['kms:VerifyMac'] } },
  { grants: ['kms.Alias.grantSign'], of: ['alias'], gives: { key: ['kms:Sign'] } },
  { grants: ['kms.Alias.grantVerify'], of: ['alias'], gives: { key: ['kms:Verify'] } },
  { grants: ['kms.Alias.grantSignVerify'], of: ['alias'], gives: { key: ['kms:Sign', 'kms:Verify'] } },
  { grants: ['kms.Alias.grantGenerateMac'], of: ['alias'], gives: { key: ['kms:GenerateMac'] } },
  { grants: ['kms.Alias.grantVerifyMac'], of: ['alias'], gives: { key: ['kms:VerifyMac'] } },
  {
    grants: ['kms.Key.grantAdmin', 'kms.KeyGrants.admin'],
    of: ['key of the app'],
    refused: /'kms:Create\*' allows .*: use 'grantEncrypt' or 'grantDecrypt'/,
    decided: 'changes the policy of the key and deletes it: no minimal form',
  },
  {
    grants: ['kms.Key.grant', 'kms.KeyGrants.actions'],
    of: ['key'],
    with: ['kms:DescribeKey'],
    gives: { key: ['kms:DescribeKey'] },
  },
  { grants: ['kms.Alias.grant'], of: ['alias'], with: ['kms:DescribeKey'], gives: { key: ['kms:DescribeKey'] } },
  {
    grants: ['secretsmanager.Secret.grantRead'],
    of: ['secret'],
    gives: readSecret,
    but: { 'of another stack': inTwoStacks },
    keyPolicy: decryptSecret,
    decided: `\`DescribeSecret\` stays: the caching clients of AWS ask for it, it tells nothing of the value; ${keyElsewhere}`,
  },
  {
    grants: ['secretsmanager.Secret.grantRead'],
    of: ['secret'],
    with: [['AWSCURRENT']],
    gives: {
      'secret if ForAnyValue:StringEquals secretsmanager:VersionStage ["AWSCURRENT"]': readSecret.secret,
    },
    but: { 'of another stack': inTwoStacks, imported: readSecret },
    keyPolicy: decryptSecret,
    decided:
      'the library adds the condition after the grant, and it counts. Where a secret was imported and its account may be another, the library puts it into the policy of the secret alone, which it cannot change: add the condition to a statement of your own',
  },
  {
    grants: ['secretsmanager.SecretTargetAttachment.grantRead'],
    of: ['attached secret'],
    gives: readSecret,
    but: { 'of another stack': inTwoStacks },
    keyPolicy: decryptSecret,
  },
  {
    grants: ['secretsmanager.Secret.grantWrite'],
    of: ['secret'],
    gives: writeSecret,
    but: { 'of another stack': inTwoStacks },
    decided: 'the library names the three; what a rotation does, too',
  },
  {
    grants: ['secretsmanager.SecretTargetAttachment.grantWrite'],
    of: ['attached secret'],
    gives: writeSecret,
    but: { 'of another stack': inTwoStacks },
  },
  {
    grants: ['ssm.StringParameter.grantRead'],
    of: ['parameter'],
    gives: { parameter: ['ssm:GetParameter', 'ssm:GetParameters'], key: ['kms:Decrypt'] },
    decided:
      'without the values that it had before, and without `DescribeParameters`, which has no effect on one parameter',
  },
  {
    grants: ['ssm.StringListParameter.grantRead'],
    of: ['list parameter'],
    gives: { parameter: ['ssm:GetParameter', 'ssm:GetParameters'] },
  },
  {
    grants: ['ssm.StringParameter.grantWrite'],
    of: ['parameter'],
    gives: { parameter: ['ssm:PutParameter'], key: ['kms:Encrypt', 'kms:GenerateDataKey'] },
    decided: 'a standard parameter is encrypted with `Encrypt`, an advanced one with a data key',
  },
  {
    grants: ['ssm.StringListParameter.grantWrite'],
    of: ['list parameter'],
    gives: { parameter: ['ssm:PutParameter'] },
  },
  {
    grants: ['ssm.StringParameter.grantOnKey'],
    of: ['parameter'],
    with: ['kms:Decrypt'],
    gives: { key: ['kms:Decrypt'] },
  },
  { grants: ['ssm.StringListParameter.grantOnKey'], of: ['list parameter'], with: ['kms:Decrypt'], gives: {} },
  {
    grants: ['cognito.UserPool.grant'],
    of: ['user pool'],
    with: ['cognito-idp:AdminGetUser'],
    gives: { pool: ['cognito-idp:AdminGetUser'] },
  },
  {
    grants: ['appconfig.Environment.grantReadConfig'],
    of: ['environment'],
    gives: {
      'environment/configuration/*': ['appconfig:GetLatestConfiguration', 'appconfig:StartConfigurationSession'],
    },
    decided: 'every configuration profile of the one environment, as its name says',
  },
  {
    grants: ['appconfig.Environment.grant'],
    of: ['environment'],
    with: ['appconfig:GetEnvironment'],
    gives: { environment: ['appconfig:GetEnvironment'] },
  },
  {
    grants: ['cloudwatch.Metric.grantPutMetricData'],
    of: ['nothing'],
    gives: { '*': ['cloudwatch:PutMetricData'] },
    decided: 'AWS limits it to no metric: add the condition `cloudwatch:namespace` to the statement of the grant',
  },
];
