import { SecretValue } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import rule from '../../../src/rules/secret/template-secret';
import { findingsOf, ruleExamples } from '../rule-examples';

const examples = ruleExamples(rule, {
  fails: [
    {
      name: 'the client secret of an identity provider is written out',
      at: ['Google/Properties/ProviderDetails/client_secret'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        new cognito.UserPoolIdentityProviderGoogle(stack, 'Google', {
          userPool: users,
          clientId: 'shop',
          clientSecretValue: SecretValue.unsafePlainText('correct-horse-battery-staple'),
        });
      },
    },
    {
      name: 'a container is given a password in its environment',
      at: ['Task/Properties/ContainerDefinitions/0/Environment/0/Value'],
      template: `
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: shop
                Image: shop
                Environment:
                  - Name: DB_PASSWORD
                    Value: correct-horse
                  - Name: STAGE
                    Value: production
      `,
    },
    {
      name: 'a build is given a token, one of several ways apart from it',
      at: ['Build/Properties/Environment/EnvironmentVariables/0/Value'],
      template: `
        Build:
          Type: AWS::CodeBuild::Project
          Properties:
            Environment:
              EnvironmentVariables:
                - Name: NPM_AUTH
                  Value: npm_000000000000000000000000000000000000
                - Name: NPM_TOKEN
                  Type: SECRETS_MANAGER
                  Value: npm/token-7f3e1c229b1a4c1f
      `,
    },
    {
      name: 'the default of a parameter is a password',
      at: ['DatabasePassword/Properties/Default'],
      template: `
        Parameters:
          DatabasePassword:
            Type: String
            NoEcho: true
            Default: correct-horse
        Resources:
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              MasterUserPassword: !Ref DatabasePassword
      `,
    },
    {
      name: 'a property that takes nothing but a secret is given a parameter with a default',
      at: ['Database/Properties/MasterUserPassword'],
      template: `
        Parameters:
          Third:
            Type: String
            Default: correct-horse
        Resources:
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              MasterUserPassword: !Ref Third
      `,
    },
    {
      name: 'an API key, the auth token of a cache and the client secret of an identity provider are written out',
      at: ['Key/Properties/Value', 'Cache/Properties/AuthToken', 'Google/Properties/ProviderDetails/client_secret'],
      template: `
        Key:
          Type: AWS::ApiGateway::ApiKey
          Properties:
            Value: correct-horse-battery-staple
        Cache:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties:
            ReplicationGroupDescription: carts
            AuthToken: correct-horse-battery
        Google:
          Type: AWS::Cognito::UserPoolIdentityProvider
          Properties:
            UserPoolId: !Ref Pool
            ProviderName: Google
            ProviderType: Google
            ProviderDetails:
              client_id: books
              client_secret: correct-horse
      `,
    },
    {
      name: 'user data sets a password, in text that refers to other things',
      at: ['Server/Properties/UserData'],
      template: `
        Server:
          Type: AWS::EC2::Instance
          Properties:
            UserData:
              Fn::Base64: !Sub |
                #!/bin/bash
                export DB_HOST=\${Database.Endpoint.Address}
                export DB_PASSWORD=correct-horse
      `,
    },
    {
      name: 'an output, a mapping, the metadata and the description hold one',
      at: [
        'Url/Properties/Value',
        'Settings/Properties/production/ApiKey',
        'Template/Properties/Metadata/Deploy/Token',
        'Template/Properties/Description',
      ],
      template: `
        Description: Deploy with glpat-00000000000000000000
        Metadata:
          Deploy:
            Token: ghp_000000000000000000000000000000000000
        Mappings:
          Settings:
            production:
              ApiKey: 9f86d081884c7d659a2feaa0c55ad015
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        Outputs:
          Url:
            Value: !Sub https://shop:correct-horse@\${AWS::Region}.example.com
      `,
    },
    {
      name: 'a mapping template, a resolver and a function of CloudFront hold one',
      at: [
        'Method/Properties/Integration/RequestTemplates/application~1json',
        'Method/Properties/Integration/RequestParameters/integration.request.header.Authorization',
        'Resolver/Properties/Code',
        'Viewer/Properties/FunctionCode',
      ].map((place) => place.replace('~1', '/')),
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            HttpMethod: POST
            ResourceId: !Ref Orders
            RestApiId: !Ref Api
            Integration:
              Type: HTTP
              RequestParameters:
                integration.request.header.Authorization: "'Basic c2hvcDpjb3JyZWN0LWhvcnNl'"
              RequestTemplates:
                application/json: '{"user": "$input.path(''$.user'')", "password": "correct-horse"}'
        Resolver:
          Type: AWS::AppSync::Resolver
          Properties:
            ApiId: !GetAtt Graph.ApiId
            TypeName: Query
            FieldName: books
            Code: |
              export function request(ctx) {
                return { headers: { 'x-api-key': '9f86d081884c7d659a2feaa0c55ad015' } };
              }
        Viewer:
          Type: AWS::CloudFront::Function
          Properties:
            Name: viewer
            FunctionConfig: { Comment: none, Runtime: cloudfront-js-2.0 }
            FunctionCode: |
              const secret = '9f86d081884c7d659a2feaa0c55ad015';
      `,
    },
    {
      name: 'an instance is set up with a command that holds a password',
      at: ['Server/Metadata/AWS::CloudFormation::Init/config/commands/seed/command'],
      template: `
        Server:
          Type: AWS::EC2::Instance
          Metadata:
            AWS::CloudFormation::Init:
              config:
                commands:
                  seed:
                    command: mysql -uroot -pcorrect-horse shop < seed.sql
      `,
    },
    {
      name: 'a custom resource, a tag and a job are given one',
      at: [
        'Seed/Properties/Credentials/password',
        'Seed/Properties/Tags/0/Value',
        'Job/Properties/DefaultArguments/--token',
        'Batch/Properties/ContainerProperties/Command/2',
      ],
      template: `
        Seed:
          Type: Custom::Seed
          Properties:
            ServiceToken: !GetAtt Provider.Arn
            Credentials: { user: shop, password: correct-horse }
            Tags: [{ Key: github, Value: ghp_000000000000000000000000000000000000 }]
        Job:
          Type: AWS::Glue::Job
          Properties:
            DefaultArguments:
              --token: 9f86d081884c7d659a2feaa0c55ad015
        Batch:
          Type: AWS::Batch::JobDefinition
          Properties:
            Type: container
            ContainerProperties:
              Image: shop
              Command: [seed, --password, correct-horse]
      `,
    },
    {
      name: 'the literal is one branch of a condition, or is joined of pieces',
      at: ['Database/Properties/MasterUserPassword', 'Project/Properties/Environment/EnvironmentVariables/0/Value'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Database:
            Type: AWS::RDS::DBCluster
            Properties:
              MasterUserPassword: !If [IsDemo, correct-horse, '{{resolve:secretsmanager:db}}']
          Project:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                EnvironmentVariables:
                  - Name: X
                    Value: !Join ['', [ghp_, '000000000000000000', '000000000000000000']]
      `,
    },
  ],
  passes: [
    {
      name: 'it is read from the vault',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        new cognito.UserPoolIdentityProviderGoogle(stack, 'Google', {
          userPool: users,
          clientId: 'shop',
          clientSecretValue: SecretValue.secretsManager('google/client-secret'),
        });
      },
    },
    {
      name: 'secrets are referred to',
      template: `
        Parameters:
          Password:
            Type: String
            NoEcho: true
          Token:
            Type: AWS::SSM::Parameter::Value<String>
            Default: /shop/token-7f3e1c229b1a4c1f
        Resources:
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              MasterUsername: shop
              MasterUserPassword: !Sub '{{resolve:secretsmanager:\${Secret}:SecretString:password}}'
          Other:
            Type: AWS::RDS::DBInstance
            Properties:
              MasterUserPassword: !Ref Password
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: shop
                  Image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                  Secrets:
                    - Name: DB_PASSWORD
                      ValueFrom: arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf
                  Environment:
                    - Name: TOKEN
                      Value: !Ref Token
                    - Name: SECRET_ARN
                      Value: !Ref Secret
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties:
              GenerateSecretString:
                SecretStringTemplate: '{"username":"shop"}'
                GenerateStringKey: password
                ExcludeCharacters: '"@/\\'
      `,
    },
    {
      name: 'another rule looks at the place',
      template: `
        Parameters:
          Whatever: { Type: String, Default: correct-horse }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Code: { ZipFile: "const password = 'correct-horse';" }
              Environment:
                Variables: { DB_PASSWORD: correct-horse, TOKEN: ghp_000000000000000000000000000000000000 }
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties: { SecretString: !Ref Whatever }
      `,
    },
    {
      name: 'somebody has declared that it is none',
      template: `
        Build:
          Type: AWS::CodeBuild::Project
          Metadata:
            cdk-secure-serverless:not-secret: { DEMO_PASSWORD: everybody signs in with it to the demo }
          Properties:
            Environment:
              EnvironmentVariables: [{ Name: DEMO_PASSWORD, Value: demo }]
      `,
    },
    {
      name: 'the value that Secrets Manager generates takes the place of the one that is written',
      template: `
        Resources:
          Login:
            Type: AWS::SecretsManager::Secret
            Properties:
              GenerateSecretString:
                GenerateStringKey: password
                SecretStringTemplate: !Sub '{"username": "shop", "password": "TO-BE-REPLACED"}'
      `,
    },
    {
      name: 'names, hashes, schemas and settings only sound like one',
      template: `
        Metadata:
          AWS::CloudFormation::Interface:
            ParameterLabels: { DatabasePassword: { default: Password of the database } }
        Resources:
          Pool:
            Type: AWS::Cognito::UserPool
            Properties:
              EmailVerificationMessage: 'Your password is {####}'
              Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 1 } }
          Client:
            Type: AWS::Cognito::UserPoolClient
            Properties:
              UserPoolId: !Ref Pool
              ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
              TokenValidityUnits: { AccessToken: hours, RefreshToken: days }
          Model:
            Type: AWS::ApiGateway::Model
            Properties:
              RestApiId: !Ref Api
              Schema: { type: object, required: [password], properties: { password: { type: string } } }
          Method:
            Type: AWS::ApiGateway::Method
            Properties:
              HttpMethod: POST
              ResourceId: !Ref Orders
              RestApiId: !Ref Api
              Integration:
                Type: AWS
                RequestTemplates:
                  application/json: '{"password": "$input.params(''password'')", "token": "$context.requestId"}'
          Version:
            Type: AWS::Lambda::Version
            Properties:
              FunctionName: !Ref Orders
              CodeSha256: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
      `,
    },
  ],
});

export default examples;

test('no finding repeats the value, because findings are printed and kept in reports', () => {
  const findings = examples.fails.flatMap((example) => findingsOf(rule, example));
  const printed = findings.map(({ path, got, wanted, because }) => [...path, got, wanted, because].join(' ')).join(' ');
  expect(findings.length).toBeGreaterThan(20);
  expect(printed).not.toMatch(/correct|horse|battery|9f86|0000|c2hv/);
});
