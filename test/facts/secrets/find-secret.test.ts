import { findSecret, inWords, takesSecret } from '../../../src/facts/secrets';

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

/** Texts in which a pattern could go back and forth for ever. */
const hostile = [
  ...['a', '-----BEGIN ', 'x://', '://a:', 'a:a@', 'password=', 'password = "', 'user=a;password=(', 'a="', 'curl -u '],
  ...['authorization: ', 'mysql -x ', 'eyJ', 'eyJa.', 'sk-', 'ghp_', 'aA0', '_mmk', 'sig=', 'M'.repeat(24).concat('.')],
];

test.each(hostile)('10 MB of %j are answered, and are no secret', (piece) => {
  expect(findSecret('VALUE', piece.repeat(Math.ceil(10_000_000 / piece.length)))).toBeUndefined();
});

test('JSON that is nested as deep as it goes is answered', () => {
  expect(findSecret('VALUE', `{"a":${'['.repeat(30_000)}`)).toBeUndefined();
  expect(findSecret('VALUE', '['.repeat(5_000) + ']'.repeat(5_000))).toBeUndefined();
});

const code = (text: string): string[] => ['', text];

test.each([
  code(`const password = ${quoted('correct-horse')};`),
  code(`{ 'x-api-key': ${quoted(digits)} }`),
  code(`#!/bin/bash\nexport DB_PASSWORD=correct-horse\n`),
  code(`yum install -y app\napp --token=${digits} --port 80`),
  code(`curl -u shop:correct-horse https://example.com`),
  code(`curl -H "${fake('Author', 'ization: Bea', 'rer ')}${mixed}" https://example.com`),
  code(`mysqldump -u root -pcorrect-horse shop`),
  code(`echo "root:correct-horse" | chpasswd`),
  code(`//registry.npmjs.org/:${fake('_auth', 'Token=')}correct-horse`),
  code(`user: shop\npassword: 'correct-horse'\n`),
  code(`CREATE USER shop WITH PASSWORD 'correct-horse';`),
  code(Buffer.from(`#!/bin/bash\nexport DB_PASSWORD=correct-horse\n`).toString('base64')),
  ['RequestParameter', fake("'Bas", 'ic ', 'c2hvcDpjb3JyZWN0LWhvcnNl', "'")],
])('in %s %j there is a secret', (name, text) => {
  expect(findSecret(name, text)).toBeDefined();
});

test.each([
  code(`const password = await getPassword(process.env.SECRET_ARN);`),
  code(`const { password } = JSON.parse(secret.SecretString);`),
  code(`password = os.environ['DB_PASSWORD']`),
  code(`connect(user=user, password=password)`),
  code(`export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id shop)`),
  code(`DB_PASSWORD: prod/db:password`),
  code(`mysql -u root -p$DB_PASSWORD`),
  code(`curl -u "$USER:$PASSWORD" https://example.com`),
  code(`-H "Authorization: Bearer $TOKEN"`),
  code(`{"password": "$input.params('password')"}`),
  code(`{"password": {"type": "string"}, "required": ["password"]}`),
  code(`<input type="password" name="password" placeholder="Your password">`),
  code(`grant_type=password&client_id=books`),
  code(Buffer.from(`#!/bin/bash\nyum install -y app\n`).toString('base64')),
  ['PolicyName', 'ImagesNotificationsHandlerPolicyB2E7BB15'],
  ['DB_SECRET', 'MyDatabaseSecret'],
  ['DB_SECRET', 'BooksDbSecret3B817195-x0YkRv2Xm1Qe'],
  ['integration.request.querystring.password', 'method.request.querystring.password'],
  ['ENCRYPTION_KEY', '1234abcd-12ab-34cd-56ef-1234567890ab'],
  ['ClientToken', '550e8400-e29b-41d4-a716-446655440000'],
])('in %s %j there is none', (name, text) => {
  expect(findSecret(name, text)).toBeUndefined();
});

test('a property that takes nothing but a secret holds one unless it refers to it', () => {
  expect(findSecret('Value', 'correct-horse', 'credential')).toBeDefined();
  expect(findSecret('Password', '12345678', 'credential')).toBeDefined();
  expect(findSecret('Password', '{{resolve:secretsmanager:shop}}', 'credential')).toBeUndefined();
  expect(
    findSecret('SecretArn', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop', 'credential'),
  ).toBeUndefined();
});

test('what people write for people holds a secret only where a token or an address has one', () => {
  expect(findSecret('Description', 'The password: correct-horse', 'prose')).toBeUndefined();
  expect(findSecret('Description', `Deploy with ${fake('gl', 'pat-', mixed.slice(0, 20))}`, 'prose')).toBeDefined();
});

test('the evidence repeats nothing of the text, not even five characters', () => {
  const values = [
    mixed,
    digits,
    'correct-horse-battery',
    fake('gh', 'p_', mixed),
    fake('redis://:', 'hunter2', '@cache:6379'),
  ];
  for (const value of values) {
    const { kind, because } = findSecret('DB_PASSWORD', value)!;
    const pieces = Array.from({ length: value.length - 4 }, (_, start) => value.slice(start, start + 5));
    expect(pieces.filter((piece) => `${kind} ${because}`.includes(piece))).toEqual([]);
  }
});

test('the evidence can be put into a sentence', () => {
  const say = (value: string) => inWords(findSecret('X', value)!);
  expect(say(fake('AK', 'IA', 'IOSFODNN7EXAMPLE'))).toMatch(/^an AWS access key id: /);
  expect(say(fake('gh', 'p_', mixed))).toMatch(/^a GitHub token: /);
});

test.each([
  ['AWS::RDS::DBInstance', ['MasterUserPassword'], true],
  ['AWS::RDS::DBInstance', ['MasterUsername'], false],
  ['AWS::AmazonMQ::Broker', ['Users', '1', 'Password'], true],
  ['AWS::ApiGateway::ApiKey', ['Value'], true],
  ['AWS::Events::Rule', ['Targets', '0', 'ClientToken'], false],
  ['__proto__', ['Value'], false],
])('%s %j is for nothing but a secret: %s', (type, path, expected) => {
  expect(takesSecret(type, path)).toBe(expected);
});

function quoted(text: string): string {
  return `'${text}'`;
}
