import { Component } from 'projen';
import type { cdk } from 'projen';

/**
 * `npm run demo` and `npm test` do all of their own set-up, so that they are the first command one can run on a clone.
 */
export class Demo extends Component {
  constructor(project: cdk.JsiiProject) {
    super(project);
    const demo = project.addTask('demo', {
      description: 'Synthesize the bookstore and its raw twin, and show what the gate says',
    });
    demo.spawn(project.compileTask);
    demo.spawn(project.tasks.tryFind('lazify')!);
    demo.exec('node examples/demo.mjs', { receiveArgs: true });

    // jsii says at every start that Node 20 is past its end; apps that are on it are still served here.
    project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

    const setUp = 'node projenrc/ensure-installed.mjs';
    project.package.setScript('demo', `${setUp} && npx projen demo`);
    project.package.setScript('test', `${setUp} && npx projen test`);

    // The examples import the library by its name, which is lib/ when they run; linting needs no build.
    project.eslint!.addOverride({
      files: ['examples/**/*.ts'],
      rules: {
        'import/no-unresolved': ['error', { ignore: ['^cdk-secure-serverless$'] }],
        // The order would depend on whether lib/ is there.
        'import/order': 'off',
      },
    });
  }
}
