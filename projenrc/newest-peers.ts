import { Component, JsonFile } from 'projen';
import type { typescript } from 'projen';

export interface NewestPeersOptions {
  readonly awsCdkLib: string;
  readonly constructs: string;
  readonly cdkNag: string;
}

/**
 * A second installation, of the newest peers, on which the adversarial tests, the examples and the tests of the gate run too.
 */
export class NewestPeers extends Component {
  constructor(project: typescript.TypeScriptProject, options: NewestPeersOptions) {
    super(project);
    // Hidden, because jsii-docgen takes what it says about the L2s from any assembly below the project.
    const home = 'test/.newest';
    const peers = ['aws-cdk-lib', 'constructs', 'cdk-nag'];

    new JsonFile(project, `${home}/package.json`, {
      obj: {
        name: 'newest-peers',
        private: true,
        dependencies: { 'aws-cdk-lib': options.awsCdkLib, constructs: options.constructs, 'cdk-nag': options.cdkNag },
      },
    });

    const onTheFloor = project.jest!.config;
    new JsonFile(project, 'jest.newest.config.json', {
      obj: () => ({
        ...onTheFloor,
        moduleNameMapper: {
          ...onTheFloor.moduleNameMapper,
          ...Object.fromEntries(
            peers.flatMap((peer) => [
              [`^${peer}$`, `<rootDir>/${home}/node_modules/${peer}`],
              [`^${peer}/(.*)$`, `<rootDir>/${home}/node_modules/${peer}/$1`],
            ]),
          ),
        },
        testMatch: ['adversarial', 'examples', 'pack'].map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
        modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist'],
        collectCoverage: false,
        coverageThreshold: undefined,
        reporters: ['default'],
      }),
    });

    project.addTask('test:newest', {
      description: 'Run the adversarial tests, the examples and the tests of the gate on the newest aws-cdk-lib',
      steps: [
        { exec: `node projenrc/ensure-installed.mjs ${home}` },
        { exec: 'jest --config jest.newest.config.json --ci', receiveArgs: true },
      ],
    });
    project.gitignore.include(`${home}/package-lock.json`);
  }
}
