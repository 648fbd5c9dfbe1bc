import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import * as ts from 'typescript';

interface Handler {
  readonly parameter: (secret: string) => Promise<string>;
  readonly secretValue: (secret: string) => Promise<string>;
}

const documented = readFileSync(join(__dirname, '../../docs/function-secrets.md'), 'utf8');

/** The code of a handler as the document has it. */
function handlerOf(name: string): Handler {
  const [, source] = new RegExp(`<!-- handler: ${name} -->\\s+\`\`\`ts\\n([^]*?)\`\`\``).exec(documented)!;
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {} as Handler;
  new Function('exports', 'require', outputText)(exported, require);
  return exported;
}

const ssm = mockClient(SSMClient);
const secretsManager = mockClient(SecretsManagerClient);
const asked: string[] = [];

const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments-AbCdEf';
const environment = {
  AWS_REGION: 'eu-west-1',
  AWS_SESSION_TOKEN: 'session',
  PLAIN_PARAMETER_NAME: '/orders/db',
  PINNED_PARAMETER_NAME: '/orders/db:3',
  LABELLED_PARAMETER_NAME: '/orders/db:live',
  SHARED_PARAMETER_NAME: 'arn:aws:ssm:eu-west-1:444455556666:parameter/orders/db',
  WHOLE_SECRET_ARN: arn,
  FIELD_SECRET_ARN: arn,
  FIELD_JSON_FIELD: 'apiKey',
  FIELD_VERSION_STAGE: 'AWSPREVIOUS',
};
const stored = JSON.stringify({ apiKey: 'from the field' });
const before = process.env;

beforeEach(() => {
  process.env = { ...before, ...environment };
  asked.length = 0;
  ssm.reset();
  secretsManager.reset();
  ssm.on(GetParameterCommand).callsFake(({ Name, WithDecryption }: { Name: string; WithDecryption: boolean }) => {
    asked.push(`${Name} ${WithDecryption}`);
    return { Parameter: { Value: 'from the store' } };
  });
  secretsManager
    .on(GetSecretValueCommand)
    .callsFake(({ SecretId, VersionStage }: { SecretId: string; VersionStage?: string }) => {
      asked.push(`${SecretId} ${VersionStage}`);
      return { SecretString: stored };
    });
  jest.spyOn(globalThis, 'fetch').mockImplementation((url, options) => {
    const { pathname, searchParams, host } = new URL(String(url));
    const token = (options?.headers as Record<string, string>)['X-Aws-Parameters-Secrets-Token'];
    asked.push([token, host, pathname, ...[...searchParams].map(([key, value]) => `${key}=${value}`)].join(' '));
    const answer = pathname.startsWith('/secretsmanager')
      ? { SecretString: stored }
      : { Parameter: { Value: 'from the store' } };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});

afterEach(() => {
  process.env = before;
  jest.restoreAllMocks();
});

const parameters = '/systemsmanager/parameters/get';

test.each([
  ['PLAIN', 'name=/orders/db withDecryption=true'],
  ['PINNED', 'name=/orders/db withDecryption=true version=3'],
  ['LABELLED', 'name=/orders/db withDecryption=true label=live'],
  ['SHARED', `name=${environment.SHARED_PARAMETER_NAME} withDecryption=true`],
])('the documented handler asks the extension for a %s parameter', async (name, query) => {
  await expect(handlerOf('extension').parameter(name)).resolves.toBe('from the store');
  expect(asked).toEqual([`session localhost:2773 ${parameters} ${query}`]);
});

test.each([
  ['WHOLE', `secretId=${arn}`, stored],
  ['FIELD', `secretId=${arn} versionStage=AWSPREVIOUS`, 'from the field'],
])('the documented handler asks the extension for a %s secret', async (name, query, value) => {
  await expect(handlerOf('extension').secretValue(name)).resolves.toBe(value);
  expect(asked).toEqual([`session localhost:2773 /secretsmanager/get ${query}`]);
});

test('the documented handler asks the port that the extension was told', async () => {
  process.env.PARAMETERS_SECRETS_EXTENSION_HTTP_PORT = '4000';
  await handlerOf('extension').parameter('PLAIN');
  expect(asked[0]).toContain('localhost:4000');
});

test('the documented handler fails where the extension refuses, without repeating what it said', async () => {
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('AccessDenied', { status: 400 }));
  await expect(handlerOf('extension').parameter('PLAIN')).rejects.toThrow(/^the extension answered with 400$/);
});

describe.each(['sdk', 'powertools'])('the documented handler with %s', (name) => {
  test.each(['PLAIN', 'PINNED', 'LABELLED', 'SHARED'])(
    'reads a %s parameter with GetParameter, which the role may',
    async (secret) => {
      await expect(handlerOf(name).parameter(secret)).resolves.toBe('from the store');
      expect(asked).toEqual([`${process.env[`${secret}_PARAMETER_NAME`]} true`]);
    },
  );

  test('reads a field of one version of a secret with GetSecretValue, which the role may', async () => {
    await expect(handlerOf(name).secretValue('FIELD')).resolves.toBe('from the field');
    expect(asked).toEqual([`${arn} AWSPREVIOUS`]);
  });
});
