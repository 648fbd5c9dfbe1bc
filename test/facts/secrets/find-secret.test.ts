import { findSecret } from '../../../src/facts/secrets';

/** Joins what must not stand together in this file, or scanners would report the test. */
const fake = (...pieces: string[]) => pieces.join('');
const digits = '9f86d081884c7d659a2feaa0c55ad015';
const mixed = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6';

test.each([
  ['KEY_ID', fake('AK', 'IA', 'IOSFODNN7EXAMPLE'), 'AWS access key id'],
  ['CONFIG', fake('id=', 'AS', 'IA', 'QWERTYUIOPASDFGH', ';'), 'AWS access key id'],
  ['X', fake('wJalrXUtnFEMI/', 'K7MDENG/bPxRfiCY', 'EXAMPLEKEY'), 'AWS secret access key'],
  ['X', fake('gh', 'p_', mixed), 'GitHub token'],
  ['X', fake('github', '_pat_', mixed), 'GitHub token'],
  ['X', fake('gl', 'pat-', mixed.slice(0, 20)), 'GitLab token'],
  ['X', fake('xo', 'xb-', '123456789012-', mixed.slice(0, 12)), 'Slack token'],
  ['HOOK', fake('https://hooks.sl', 'ack.com/services/T0000/B0000/', mixed), 'Slack webhook'],
  ['X', fake('sk', '_live_', mixed.slice(0, 24)), 'Stripe key'],
  ['X', fake('sk', '_test_', mixed.slice(0, 24)), 'Stripe key'],
  ['X', fake('wh', 'sec_', mixed.slice(0, 32)), 'Stripe webhook secret'],
  ['MAPS', fake('AI', 'za', mixed.slice(0, 35)), 'Google API key'],
  ['X', fake('GOC', 'SPX-', mixed.slice(0, 28)), 'Google OAuth client secret'],
  ['X', fake('ey', 'JhbGciOiJIUzI1NiJ9', '.ey', 'JzdWIiOiIxMjM0In0', '.dozjgNryP4J3jVmN'), 'JSON web token'],
  ['X', fake('S', 'G.', mixed.slice(0, 22), '.', mixed, mixed.slice(0, 7)), 'SendGrid key'],
  ['X', fake('S', 'K', digits), 'Twilio key'],
  ['X', fake('np', 'm_', mixed), 'npm token'],
  ['X', fake('sk', '-proj-', mixed.slice(0, 24)), 'OpenAI key'],
  ['X', fake('sk', '-ant-api03-', mixed.slice(0, 30)), 'Anthropic key'],
  ['X', fake('hv', 's.', mixed.slice(0, 24)), 'Vault token'],
  ['X', fake('-----BEGIN ', 'RSA PRIVATE KEY-----\nMIIE'), 'private key'],
  ['X', fake('-----BEGIN ', 'PRIVATE KEY-----'), 'private key'],
  ['X', fake('-----BEGIN ', 'OPENSSH PRIVATE KEY-----'), 'private key'],
  ['DATABASE_URL', fake('postgres://app:', 'hunter2', '@db.example.com:5432/books'), 'connection string'],
  ['REDIS', fake('redis://:', 'hunter2', '@cache:6379'), 'connection string'],
  ['SQL', fake('Server=db;User Id=sa;', 'Password', '=hunter2;'), 'connection string'],
  ['HEADER', fake('Bea', 'rer ', mixed), 'authorization header'],
  ['DB_PASSWORD', 'hunter2', 'password'],
  ['dbPassword', 'correct horse', 'password'],
  ['PASSWORD_PROD', 'changeme', 'password'],
  ['MYSQL_PWD', 'letmein', 'password'],
  ['API_KEY', digits, 'secret'],
  ['apiKey', mixed, 'secret'],
  ['CLIENT_SECRET', '7f3e1c22-9b1a-4c1f-8d2e-5a6b7c8d9e0f', 'secret'],
  ['SESSION_TOKEN', mixed, 'secret'],
  ['SIGNING_KEY', mixed.slice(0, 20), 'secret'],
  ['CONFIG', JSON.stringify({ db: { host: 'db', password: 'hunter2' } }), 'password'],
  ['CONFIG', JSON.stringify([{ apiKey: mixed }]), 'secret'],
])('%s with such a value is a secret (%#)', (name, value, kind) => {
  const found = findSecret(name, value);
  expect(found?.kind).toBe(kind);
  expect(found!.because).not.toContain(value);
});

test.each([
  ['SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:books-AbCdEf'],
  ['SECRET_NAME', 'prod/books/db-7f3e1c229b1a'],
  ['TOKEN_TABLE_NAME', 'Books-TokenTable8F2A1B3C-1ABCDEFGHIJKL'],
  ['PASSWORD_PARAMETER_NAME', '/prod/books/password'],
  ['DB_PASSWORD', '/prod/books/password'],
  ['DB_PASSWORD', '{{resolve:secretsmanager:books:SecretString:password}}'],
  ['DB_PASSWORD', '${Token[TOKEN.123]}'],
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD', '<password>'],
  ['PASSWORD_MIN_LENGTH', '12'],
  ['PASSWORD_RESET_URL', 'https://example.com/reset'],
  ['PWD', '/var/task'],
  ['TOKEN_TTL', '3600'],
  ['TOKEN', 'true'],
  ['MAX_TOKENS', '4096'],
  ['TOKEN_ENDPOINT', 'https://login.example.com/oauth2/token'],
  ['SECRET', 'books/database'],
  ['API_KEY', 'my-service-key-2024'],
  ['API_KEY_ID', 'a1b2c3d4e5'],
  ['CLIENT_ID', '7f3e1c229b1a4c1f8d2e5a6b7c8d9e0f'],
  ['PUBLIC_KEY', fake('-----BEGIN ', 'PUBLIC KEY-----\nMIIB')],
  ['CERTIFICATE', fake('-----BEGIN ', 'CERTIFICATE-----\nMIIB')],
  ['COMMIT', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['HASH', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['REQUEST_ID', '7f3e1c22-9b1a-4c1f-8d2e-5a6b7c8d9e0f'],
  ['CONFIG', Buffer.from(JSON.stringify({ stage: 'prod', retries: 3, region: 'eu-west-1' })).toString('base64')],
  ['CONFIG', JSON.stringify({ passwordParameter: '/prod/db', retries: 3 })],
  ['TABLE_NAME', 'BookstoreStack-BooksTable8F2A1B3C-1ABCDEFGHIJKL'],
  ['QUEUE_URL', 'https://sqs.eu-west-1.amazonaws.com/111122223333/books'],
  ['URL', 'https://example.com:8443/path?q=user@example.com'],
  ['DATABASE_URL', 'postgres://db.example.com:5432/books'],
  ['DATABASE_URL', fake('postgres://app:', '${PASSWORD}', '@db.example.com/books')],
  ['LOG_LEVEL', 'DEBUG'],
  ['KEY_ID', '1234abcd-12ab-34cd-56ef-1234567890ab'],
  ['AUTHOR', 'Brandon Sanderson'],
  ['PATH_PREFIX', 'assets/images/covers/large/2024/fiction1'],
  ['TIMEOUT', '30'],
  ['EMPTY', ''],
  ['NODE_OPTIONS', '--enable-source-maps --max-old-space-size=512'],
  ['POWERTOOLS_SERVICE_NAME', 'bookstore'],
  ['PASSENGER_LIMIT', 'many'],
  ['MONKEY', 'banana'],
])('%s with such a value is not called a secret (%#)', (name, value) => {
  expect(findSecret(name, value)).toBeUndefined();
});

test.each(['a'.repeat(5_000_000), '-----BEGIN '.repeat(200_000), 'x://'.repeat(500_000), `{"a":${'['.repeat(30_000)}`])(
  'a hostile value is answered at once (%#)',
  (value) => {
    expect(findSecret('VALUE', value)).toBeUndefined();
  },
);
