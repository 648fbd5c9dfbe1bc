import { Component } from 'projen';
import type { cdk } from 'projen';

/**
 * Makes every export of the compiled index a getter, as aws-cdk-lib does, so that
 * importing a construct does not load the gate and cdk-nag behind it; and takes out
 * the source maps, which aws-cdk-lib does not ship either.
 */
export class Lazify extends Component {
  constructor(project: cdk.JsiiProject) {
    super(project);
    const lazify = project.addTask('lazify', {
      description: 'Make the exports of lib/index.js lazy',
      exec: 'node projenrc/lazify-index.mjs lib/index.js',
    });
    lazify.exec('node projenrc/strip-source-maps.mjs lib');
    project.postCompileTask.prependSpawn(lazify);
  }
}
