import { findingsOf } from './rule-examples';
import { rules } from '../../src/rules';

/** Every place that a rule of its own looks at, with a secret in it. */
const places: readonly (readonly [rule: string, type: string, properties: string])[] = [
  ['lambda-env-secret', 'AWS::Lambda::Function', 'Environment: { Variables: { DB_PASSWORD: !Ref Given } }'],
  [
    'lambda-env-secret',
    'AWS::Lambda::WebFunctionRevision',
    'ServiceConfig: { EnvironmentVariables: { DB_PASSWORD: !Ref Given } }',
  ],
  ['lambda-inline-code-secret', 'AWS::Lambda::Function', `Code: { ZipFile: "const password = 'correct-horse'" }`],
  ['lambda-permission-token-plaintext', 'AWS::Lambda::Permission', 'EventSourceToken: !Ref Given'],
  ['apigw-stage-variable-secret', 'AWS::ApiGateway::Stage', 'Variables: { password: !Ref Given }'],
  [
    'apigw-stage-variable-secret',
    'AWS::ApiGateway::Deployment',
    'StageDescription: { Variables: { password: correct-horse } }',
  ],
  ['apigw-stage-variable-secret', 'AWS::ApiGatewayV2::Stage', 'StageVariables: { password: correct-horse }'],
  [
    'sfn-definition-secret',
    'AWS::StepFunctions::StateMachine',
    `DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"password":"correct-horse"},"End":true}}}'`,
  ],
  [
    'sfn-definition-secret',
    'AWS::StepFunctions::StateMachine',
    'Definition: { StartAt: A, States: { A: { Type: Pass, Parameters: { password: correct-horse }, End: true } } }',
  ],
  ['sfn-definition-secret', 'AWS::StepFunctions::StateMachine', 'DefinitionSubstitutions: { password: !Ref Given }'],
  ['secret-literal', 'AWS::SecretsManager::Secret', 'SecretString: correct-horse'],
  ['secret-param-default', 'AWS::SecretsManager::Secret', 'SecretString: !Ref Given'],
  ['ssm-param-secret', 'AWS::SSM::Parameter', 'Value: ghp_000000000000000000000000000000000000'],
  ['ssm-param-plain', 'AWS::SSM::Parameter', '{ Name: /shop/password, Value: correct-horse }'],
  ['iam-user-password', 'AWS::IAM::User', 'LoginProfile: { Password: !Ref Given, PasswordResetRequired: true }'],
  ['docdb-password', 'AWS::DocDB::DBCluster', 'MasterUserPassword: !Ref Given'],
  [
    'firehose-secret',
    'AWS::KinesisFirehose::DeliveryStream',
    'SplunkDestinationConfiguration: { HECToken: correct-horse }',
  ],
  [
    'evb-api-destination',
    'AWS::Events::Connection',
    'AuthParameters: { BasicAuthParameters: { Username: shop, Password: !Ref Given } }',
  ],
  [
    'evb-api-destination',
    'AWS::Events::Connection',
    'AuthParameters: { InvocationHttpParameters: { HeaderParameters: [{ Key: token, Value: !Ref Given, IsValueSecret: true }] } }',
  ],
];

const ids = new Set([...places.map(([id]) => id), 'template-secret']);
const looking = rules.filter(({ id }) => ids.has(id));

test.each(places)('%s alone tells of a secret in %s with %s', (id, type, properties) => {
  const template = `
    Parameters:
      Given: { Type: String, Default: correct-horse-password, NoEcho: true }
      GivenPassword: { Type: String, NoEcho: true }
    Resources:
      Holder:
        Type: ${type}
        Properties:
          ${properties}
  `;
  const found = looking.flatMap((rule) => findingsOf(rule, { name: id, template }));
  expect(found.map(({ rule, outcome }) => `${rule.id} ${outcome}`)).toEqual([`${id} fail`]);
});

test.each(['DB_PASSWORD', 'EventSourceToken', 'SecretString', 'Password'])(
  'the default of a parameter with a telling name is told once, where %s uses it',
  (property) => {
    const holders: Record<string, string> = {
      DB_PASSWORD:
        'Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { DB_PASSWORD: !Ref DbPassword } } }',
      EventSourceToken: 'Type: AWS::Lambda::Permission, Properties: { EventSourceToken: !Ref DbPassword }',
      SecretString: 'Type: AWS::SecretsManager::Secret, Properties: { SecretString: !Ref DbPassword }',
      Password: 'Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: !Ref DbPassword }',
    };
    const template = `
      Parameters:
        DbPassword: { Type: String, Default: correct-horse, NoEcho: true }
      Resources:
        Holder: { ${holders[property]} }
    `;
    expect(looking.flatMap((rule) => findingsOf(rule, { name: property, template }))).toHaveLength(1);
  },
);

test('a parameter that a harmless name uses is still told of where it is declared', () => {
  const template = `
    Parameters:
      DbPassword: { Type: String, Default: correct-horse, NoEcho: true }
    Resources:
      Holder: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { X: !Ref DbPassword } } } }
  `;
  const found = looking.flatMap((rule) => findingsOf(rule, { name: 'X', template }));
  expect(found.map(({ rule, resource }) => `${rule.id} at ${resource.logicalId}`)).toEqual([
    'template-secret at DbPassword',
  ]);
});
