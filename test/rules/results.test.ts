import { demand, fail, unknown } from '../../src/rules';
import { Application } from '../../src/template';

const [app] = [
  Application.load([
    {
      path: 'example.yaml',
      content: `
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: correct-horse
      DBInstanceIdentifier: books
      Tags: [{ Key: url, Value: 'http://shop:correct-horse@example.com' }]
      LicenseModel: !Sub 'https://shop:correct-horse@\${Other}.example.com'
`,
    },
  ]),
];
const [database] = app.ofType('AWS::RDS::DBInstance');

test('a message shows what was got', () => {
  expect(fail(database.read('DBInstanceIdentifier'), { wanted: 'x' }).got).toBe('"books"');
  expect(fail(database.read('Port'), { wanted: 'x' }).got).toBe('not set');
});

test.each(['MasterUserPassword', 'Tags', 'Tags.0.Value', 'LicenseModel'])(
  'a message never shows a secret, whatever the rule at %s is about, because reports are kept',
  (path) => {
    expect(fail(database.read(path), { wanted: 'x' }).got).toBe('a value that looks like a secret');
  },
);

test('nor does a reason why something cannot be told', () => {
  expect(unknown(database, 'https://shop:correct-horse@example.com is unknown').because).not.toContain('horse');
  expect(
    JSON.stringify(
      demand(database.read('LicenseModel.Inner'), () => true, 'x'),
      ['because'],
    ),
  ).not.toContain('horse');
});
