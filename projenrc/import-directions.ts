import { Component } from 'projen';
import type { typescript } from 'projen';

/**
 * The rooms that are pure functions over data, each with the rooms it may look into.
 *
 * Everything else under `src/` is a construct.
 */
const checkingRooms: Record<string, string[]> = {
  facts: [],
  template: ['facts'],
  iam: ['template', 'facts'],
  reachability: ['iam', 'template', 'facts'],
  rules: ['reachability', 'iam', 'template', 'facts'],
  pack: ['rules', 'reachability', 'iam', 'template', 'facts', 'enforced'],
  report: ['pack', 'rules', 'reachability', 'iam', 'template', 'facts'],
  cli: ['report', 'pack', 'rules', 'reachability', 'iam', 'template', 'facts'],
};

const roomsWithoutTheCdk = ['facts', 'template', 'iam', 'reachability', 'rules'];

/**
 * DESIGN.md §3 as ESLint rules: dependencies between rooms point one way.
 */
export class ImportDirections extends Component {
  constructor(project: typescript.TypeScriptProject) {
    super(project);
    const eslint = project.eslint!;

    const zones = Object.entries(checkingRooms).map(([room, allowed]) => ({
      target: `./src/${room}`,
      from: './src',
      except: [room, ...allowed].map((r) => `./${r}`),
      message: `src/${room} may import only ${[room, ...allowed].map((r) => `src/${r}`).join(', ')}`,
    }));
    const checking = Object.keys(checkingRooms);
    const constructZone = {
      target: [`./src/!(${[...checking, 'index.ts'].join('|')})/**/*`],
      from: checking.filter((room) => room !== 'facts').map((room) => `./src/${room}/**/*`),
      message: 'a construct imports facts and other constructs, never what checks it',
    };
    eslint.addRules({ 'import/no-restricted-paths': ['error', { zones: [...zones, constructZone] }] });

    eslint.addOverride({
      files: roomsWithoutTheCdk.map((room) => `src/${room}/**/*.ts`),
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', 'cdk-nag'],
                message:
                  'this room is pure functions over data, so that a command line and a unit test can call it too',
              },
            ],
          },
        ],
      },
    });
    eslint.addOverride({ files: ['src/**/*.ts'], rules: { 'no-console': 'error' } });
    eslint.addOverride({
      files: ['projenrc/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts', 'benchmarks/**/*.ts', '.projenrc.ts'],
      rules: { 'import/no-extraneous-dependencies': 'off', 'no-console': 'off' },
    });
    eslint.addIgnorePattern('**/*.generated.ts');
    eslint.addIgnorePattern('cdk.out');
    eslint.addIgnorePattern('test/.newest');
  }
}
