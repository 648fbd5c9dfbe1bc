import { Component } from 'projen';
import type { cdk } from 'projen';

/**
 * Makes every export of the compiled index a getter, as aws-cdk-lib does, so that
 * importing a construct does not load the gate and cdk-nag behind it; and takes out
 * what nobody reads at run time: source maps, comments, and the size of tables; and makes one file of the gate's many.
 */
export class Lazify extends Component {
  constructor(project: cdk.JsiiProject) {
    super(project);
    const lazify = project.addTask('lazify', {
      description: 'Make the exports of lib/index.js lazy',
      exec: 'node projenrc/lazify-index.mjs lib/index.js',
    });
    lazify.exec('node projenrc/shrink-library.mjs lib');
    lazify.exec('node projenrc/bundle-gate.mjs .');
    project.postCompileTask.prependSpawn(lazify);
  }
}
